import MigrationModel

/// Puts into words what an undo did not bring back.
struct DifferenceWords {
    let names: ModelNames
    let model: Model

    /// What is another in a state than in the one that it should be like, thing by thing.
    func lines(_ found: WorldState, _ wanted: WorldState) -> [String] {
        keys(found, wanted) + bits(found.absent, wanted.absent, names.part, isAbsence: true)
            + bits(found.copies, wanted.copies, { "the copy of \(names.part($0))" })
            + bits(found.accounts, wanted.accounts, names.account)
            + bits(found.issuers, wanted.issuers, { _ in "the trust in the issuer of the cluster" })
            + identities(found, wanted) + bindings(found, wanted) + workload(found, wanted)
    }

    private func keys(_ found: WorldState, _ wanted: WorldState) -> [String] {
        found.keys.indices.filter { found.keys[$0] != wanted.keys[$0] }
            .map { "\(names.key($0)) is \(found.keys[$0].word)" }
    }

    private func bits(
        _ found: UInt64, _ wanted: UInt64, _ name: (Int) -> String, isAbsence: Bool = false
    ) -> [String] {
        (0..<UInt64.bitWidth).filter { (found ^ wanted) & 1 << UInt64($0) != 0 }.map { place in
            let isSet = found & 1 << UInt64(place) != 0
            return "\(name(place)) is \(isSet == isAbsence ? "gone" : "still there")"
        }
    }

    private func identities(_ found: WorldState, _ wanted: WorldState) -> [String] {
        found.identities.indices.compactMap { place in
            let (own, before) = (found.identities[place], wanted.identities[place])
            if own.exists != before.exists {
                return "\(names.identity(place)) is \(own.exists ? "still there" : "gone")"
            }
            guard own.isPermitted != before.isPermitted else { return nil }
            return "\(names.identity(place)) \(own.isPermitted ? "still has" : "has lost") its permissions"
        }
    }

    private func bindings(_ found: WorldState, _ wanted: WorldState) -> [String] {
        found.bindings.indices.filter { found.bindings[$0].now != wanted.bindings[$0].now }.map { place in
            let bound = found.bindings[place].now.map { "bound to \(names.identity($0))" } ?? "bound to nothing"
            return "\(names.account(model.bindings[place].account)) is \(bound)"
        }
    }

    private func workload(_ found: WorldState, _ wanted: WorldState) -> [String] {
        let name = names.workload?.object.description ?? "the workload"
        let (own, before) = (found.workloads[0], wanted.workloads[0])
        return [
            own.template != before.template ? "the template of \(name) is another" : nil,
            own.source != before.source ? "the template of \(name) is another in the source of its owner" : nil,
            own.trial != before.trial ? "the canary of \(name) is \(own.trial == nil ? "gone" : "still there")" : nil,
        ].compactMap { $0 }
    }
}

extension WorldState.KeyLife {
    /// What has become of a key, in a word.
    var word: String {
        switch self {
        case .active: "active"
        case .inactive: "deactivated"
        case .deleted: "deleted"
        }
    }
}
