import MigrationModel

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
