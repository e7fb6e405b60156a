import MigrationModel

/// What cannot be undone is done in the last phase, behind the point that is marked, and never before.
enum MarkedPoint: PlanProperty {
    static func violations(of graph: PlanGraph) -> [Violation] {
        graph.plan.steps.compactMap { step in
            guard step.phase != .decommission, graph.reversal(of: step) == nil else { return nil }
            return Violation(
                property: .final, service: step.service,
                message:
                    "\(step.id) cannot be undone, and comes before the point of no return (phase \(step.phase.rawValue)).",
                advice: "\(step.id) has to be a step of the phase decommission.")
        }
    }
}
