import MigrationModel

/// Every identity that a step makes is one of the plan, which says who may take it and what it may do.
enum KnownIdentities: PlanProperty {
    static func violations(of graph: PlanGraph) -> [Violation] {
        graph.plan.steps.compactMap { step in
            guard case .createIdentity(let action) = step.action, graph.identities[action.identity] == nil
            else { return nil }
            return Violation(
                property: .contained, service: step.service,
                message: "\(step.id) makes \(action.identity), which is none of the identities of the plan.")
        }
    }
}
