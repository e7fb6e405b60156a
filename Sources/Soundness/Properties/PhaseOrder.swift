import MigrationModel

/// No step waits for one of a later phase, since phases are carried out, and undone, one after the other.
enum PhaseOrder: PlanProperty {
    static func violations(of graph: PlanGraph) -> [Violation] {
        let steps = graph.plan.steps
        return steps.indices.compactMap { place in
            let step = steps[place]
            guard let later = graph.after[place].first(where: { steps[$0].phase > step.phase }) else { return nil }
            return Violation(
                property: .reachable, service: step.service,
                message:
                    "\(step.id) of the phase \(step.phase.rawValue) waits for \(steps[later].id) of the phase \(steps[later].phase.rawValue), "
                    + "so that its phase is never through before that one begins.")
        }
    }
}
