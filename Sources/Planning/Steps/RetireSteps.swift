import MigrationModel

/// Takes carriers away and revokes keys, when every service of a key is moved.
struct RetireSteps {
    private let input: PlanningInput
    private let index: PlanningIndex
    private let services: ServiceSelection
    private let fates: KeyFates
    private let names: StepNames

    init(
        _ input: PlanningInput, _ index: PlanningIndex, _ services: ServiceSelection, _ fates: KeyFates,
        _ names: StepNames
    ) {
        self.input = input
        self.index = index
        self.services = services
        self.fates = fates
        self.names = names
    }

    /// The steps, carriers first.
    func steps() -> [Step] {
        let retired = Dictionary(uniqueKeysWithValues: fates.retired.map { ($0.key, $0) })
        let carriers = carriers(of: retired)
        let members = Dictionary(services.members.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        let held = carriers.map { removal($0, members) }
        let moved = services.members.filter { $0.isMoved && !LiteralSteps.inline(in: $0).isEmpty }
        let literals = moved.map(literalRemoval)
        var byKey: [KeyName: [String]] = [:]
        for (carrier, step) in zip(carriers, held) {
            for key in carrier.keys { byKey[key, default: []].append(step.id) }
        }
        for (member, step) in zip(moved, literals) {
            for key in Set(LiteralSteps.inline(in: member).map(\.key)) { byKey[key, default: []].append(step.id) }
        }
        let revisions = services.members.compactMap {
            RevisionSteps.step(for: $0, names, input.configuration.preferences)
        }
        return revisions + held + literals
            + retired.keys.sorted().flatMap { key in
                revocation(of: retired[key], behind: byKey[key] ?? [], members)
            }
    }

    /// A carrier and the keys in it that are retired.
    private struct Carrier {
        var facts: CarrierFacts
        var input: String
        var entries: [String]
        var keys: [KeyName]
        var services: Set<String>
    }

    private func carriers(of retired: [KeyName: PlannedKey]) -> [Carrier] {
        var found: [WorkloadName: Carrier] = [:]
        for key in input.report.keys {
            let name = KeyName(kind: key.identity.kind, id: key.identity.id)
            guard let plan = retired[name] else { continue }
            for sighting in key.sightings {
                guard let object = sighting.place.object, CarrierKind(rawValue: object.kind) != nil,
                    case .field(let entry)? = sighting.place.path.steps.dropFirst().first,
                    sighting.place.path.steps.first != .field("metadata")
                else { continue }
                let facts = key.carriers.first { $0.object == object } ?? CarrierFacts(object: object)
                let place = WorkloadName(input: sighting.place.input, object: object)
                var carrier =
                    found[place] ?? Carrier(facts: facts, input: place.input, entries: [], keys: [], services: [])
                if !carrier.entries.contains(entry) { carrier.entries.append(entry) }
                if !carrier.keys.contains(name) { carrier.keys.append(name) }
                carrier.services.formUnion(plan.services)
                found[place] = carrier
            }
        }
        return found.sorted { $0.key < $1.key }.map(\.value)
    }

    private func removal(_ carrier: Carrier, _ members: [String: ServiceSelection.Member]) -> Step {
        let object = carrier.facts.object
        let action = RemoveCarrier(carrier: object, entries: leftover(carrier) ? carrier.entries.sorted() : nil)
        let moved = carrier.services.sorted().compactMap { members[$0] }
        return Step(
            id: "retire/\(object.namespace ?? "")/\(object.kind.lowercased())/\(object.name)", phase: .retire,
            cluster: moved.first?.cluster.name ?? "", action: .removeCarrier(action),
            actor: carrier.facts.managers.isEmpty ? .keyshift : .gitOps,
            after: moved.map { RevisionSteps.last(for: $0, names) },
            gates: [.soak(hours: input.configuration.preferences.soakHours)],
            verifications: [.noReference] + action.verifications)
    }

    /// Takes away the Secret into which the literals of a service were moved.
    private func literalRemoval(_ member: ServiceSelection.Member) -> Step {
        let secret = ObjectReference(
            apiVersion: "v1", kind: "Secret", namespace: member.name.namespace, name: LiteralSteps.secret(of: member))
        let action = RemoveCarrier(carrier: secret, entries: nil)
        return Step(
            id: "retire/\(secret.namespace ?? "")/secret/\(secret.name)", phase: .retire, cluster: member.cluster.name,
            service: member.id, action: .removeCarrier(action), actor: .keyshift,
            after: [RevisionSteps.last(for: member, names)],
            gates: [.soak(hours: input.configuration.preferences.soakHours)],
            verifications: [.noReference] + action.verifications)
    }

    /// Whether a carrier holds anything besides the keys that go and their halves.
    private func leftover(_ carrier: Carrier) -> Bool {
        let name = WorkloadName(input: carrier.input, object: carrier.facts.object)
        guard let contents = index.contents[name] else { return true }
        return contents.entries.keys.contains {
            !carrier.entries.contains($0) && !StaticCredentialVariables.all.contains($0)
        }
    }

    private func revocation(
        of key: PlannedKey?, behind removals: [String], _ members: [String: ServiceSelection.Member]
    ) -> [Step] {
        guard let key else { return [] }
        let days = input.configuration.preferences.quietDays
        let place = "keys/\(key.key.id)"
        let moved = key.services.compactMap { members[$0] }.map { RevisionSteps.last(for: $0, names) }
        let deactivate = Step(
            id: "retire/\(place)/deactivate", phase: .retire, action: .deactivateKey(DeactivateKey(key: key.key)),
            actor: input.configuration.preferences.revoker(of: key), after: removals.isEmpty ? moved : removals,
            gates: [.soak(hours: input.configuration.preferences.soakHours)],
            verifications: [.keyUnused] + DeactivateKey(key: key.key).verifications)
        let delete = Step(
            id: "decommission/\(place)/delete", phase: .decommission, action: .deleteKey(DeleteKey(key: key.key)),
            actor: input.configuration.preferences.revoker(of: key), after: [deactivate.id],
            gates: [.quiet(days: days)],
            verifications: DeleteKey(key: key.key).verifications)
        let user = Step(
            id: "decommission/\(place)/user", phase: .decommission, action: .deleteUser(DeleteUser(key: key.key)),
            actor: input.configuration.preferences.revoker(of: key), after: [delete.id],
            gates: [.approval(reason: "other policies may name the user: say that it has no other use")],
            verifications: DeleteUser(key: key.key).verifications)
        return [deactivate, delete, user]
    }
}
