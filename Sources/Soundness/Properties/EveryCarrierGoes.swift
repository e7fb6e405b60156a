import MigrationModel

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
