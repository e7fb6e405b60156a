import MigrationModel

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
