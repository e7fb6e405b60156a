import MigrationModel

/// A key is deleted only when it is deactivated, and when everything is done, no Pod and no template has a key left.
enum Final: StateProperty {
    static let property = SoundnessProperty.final

    static func breach(in state: WorldState, _ view: StateView) -> Breach? {
        guard zip(state.steps, view.model.steps).allSatisfy({ $0 == $1.verified }),
            view.model.steps.contains(where: { $0.workload == 0 && !$0.isCanary }),
            !view.model.workloads[0].shifts.isEmpty
        else { return nil }
        let kinds = state.workloads[0].running.numbers
        guard let left = kinds.first(where: view.outlook.hasStaticSource) else { return nil }
        return Breach(property: property, kind: left, cause: .leftover)
    }
}
