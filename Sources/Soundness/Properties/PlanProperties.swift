import MigrationModel

/// What must hold of a plan as a whole, whatever happens; one file per rule, one list.
enum PlanProperties {
    private static let all: [any PlanProperty.Type] = [
        SoundOrder.self, ExactTrust.self, AcceptedPermissions.self, EveryKeyEnds.self, EveryCarrierGoes.self,
    ]

    /// Everything that does not hold.
    static func violations(of graph: PlanGraph) -> [Violation] { all.flatMap { $0.violations(of: graph) } }
}

/// A rule for plans as a whole.
protocol PlanProperty: SendableMetatype {
    static func violations(of graph: PlanGraph) -> [Violation]
}

/// Ids are unique, steps wait only for steps that there are, and none waits for itself.
enum SoundOrder: PlanProperty {
    static func violations(of graph: PlanGraph) -> [Violation] {
        let steps = graph.plan.steps
        var seen: Set<String> = []
        var found: [Violation] = []
        for step in steps where !seen.insert(step.id).inserted {
            found.append(Violation(property: .reachable, message: "There are two steps \(step.id)."))
        }
        for step in steps {
            for before in step.after where !seen.contains(before) {
                found.append(
                    Violation(property: .reachable, message: "\(step.id) waits for \(before), which there is not."))
            }
        }
        return found + circles(in: graph)
    }

    private static func circles(in graph: PlanGraph) -> [Violation] {
        var waiting = graph.after.map { Set($0).count }
        var followers = Array(repeating: [Int](), count: waiting.count)
        for (step, before) in graph.after.enumerated() { for one in Set(before) { followers[one].append(step) } }
        var open = waiting.indices.filter { waiting[$0] == 0 }
        while let next = open.popLast() {
            for follower in followers[next] {
                waiting[follower] -= 1
                if waiting[follower] == 0 { open.append(follower) }
            }
        }
        guard let step = waiting.firstIndex(where: { $0 > 0 }) else { return [] }
        return [
            Violation(
                property: .reachable,
                message: "\(graph.plan.steps[step].id) waits for steps that wait for it, so none of them can start.")
        ]
    }
}

/// An identity trusts the ServiceAccount that it is for, and no other.
enum ExactTrust: PlanProperty {
    static func violations(of graph: PlanGraph) -> [Violation] {
        graph.plan.steps.compactMap { step in
            guard case .createIdentity(let action) = step.action, let identity = graph.identities[action.identity]
            else { return nil }
            let wanted = "system:serviceaccount:\(identity.namespace):\(identity.serviceAccount)"
            guard action.subjects != [wanted] else { return nil }
            return Violation(
                property: .contained, service: step.service,
                message:
                    "\(action.name) trusts \(action.subjects.joined(separator: ", ")) and has to trust \(wanted) only.")
        }
    }
}

/// Nothing is moved to an identity whose permissions are drafted, cut or broader than before, until a person has accepted them.
enum AcceptedPermissions: PlanProperty {
    static func violations(of graph: PlanGraph) -> [Violation] {
        var accepted: Set<String> = []
        for step in graph.plan.steps {
            for case .draftAccepted(let identity) in step.gates where step.action.startsPods {
                accepted.insert("\(identity)\u{0}\(step.service)")
            }
        }
        return graph.plan.identities.filter { !$0.permissions.isAccepted }.flatMap { identity in
            identity.services.filter { !accepted.contains("\(identity.id)\u{0}\($0)") }.map { service in
                Violation(
                    property: .contained, service: service,
                    message:
                        "\(identity.role) may be allowed more than what it replaces, or less, and nobody is asked.",
                    advice: "The canary has to wait until a person has accepted the permissions of \(identity.id).")
            }
        }
    }
}

extension Action {
    /// Whether it starts the first Pod with the new identity.
    fileprivate var startsPods: Bool {
        if case .runCanary = self { true } else { false }
    }
}

/// Every key that is to be retired is deactivated, then deleted.
enum EveryKeyEnds: PlanProperty {
    static func violations(of graph: PlanGraph) -> [Violation] {
        var deactivations: [KeyName: Int] = [:]
        var deletions: [KeyName: Int] = [:]
        for (place, step) in graph.plan.steps.enumerated() {
            if case .deactivateKey(let action) = step.action { deactivations[action.key] = place }
            if case .deleteKey(let action) = step.action { deletions[action.key] = place }
        }
        return graph.plan.keys.compactMap { key in
            guard let deletion = deletions[key.key] else {
                guard key.fate == .retire else { return nil }
                return Violation(property: .final, message: "No step deletes \(key.key.id).")
            }
            guard let deactivation = deactivations[key.key],
                graph.ancestors(of: deletion, in: [deactivation: 0], limit: .max).contains(0)
            else {
                return Violation(
                    property: .final, message: "\(key.key.id) is deleted without having been deactivated before.",
                    advice: "\(graph.plan.steps[deletion].id) has to wait for its deactivation.")
            }
            return nil
        }
    }
}

/// Every entry that holds a key that is retired is removed, by somebody whose change stays.
enum EveryCarrierGoes: PlanProperty {
    static func violations(of graph: PlanGraph) -> [Violation] {
        let retired = Set(graph.plan.keys.filter { $0.fate == .retire }.map(\.key))
        return graph.world.carriers.flatMap { carrier -> [Violation] in
            let wanted = carrier.entries.filter { !retired.isDisjoint(with: $0.value) }.map(\.key).sorted()
            guard !wanted.isEmpty, let name = Entity.Carrier(cluster: carrier.cluster, carrier.object) else {
                return []
            }
            return left(wanted, of: carrier, name, graph)
        }
    }

    private static func left(
        _ wanted: [String], of carrier: WorldCarrier, _ name: Entity.Carrier, _ graph: PlanGraph
    ) -> [Violation] {
        var rest = Set(wanted)
        var found: [Violation] = []
        for place in graph.writers[.carrier(name)] ?? [] {
            let step = graph.plan.steps[place]
            guard case .removeCarrier(let action) = step.action else { continue }
            if let entries = action.entries { rest.subtract(entries) } else { rest = [] }
            if carrier.isOwned, step.actor == .keyshift {
                found.append(
                    Violation(
                        property: .final,
                        message:
                            "\(carrier.object) belongs to somebody who makes it again when \(step.id) has removed it.",
                        advice: "\(step.id) has to be done where its owner reads it (actor gitops)."))
            }
        }
        guard !rest.isEmpty else { return found }
        let entries = rest.sorted().joined(separator: ", ")
        return found + [
            Violation(property: .final, message: "No step removes \(entries) of \(carrier.object), which hold a key.")
        ]
    }
}
