import MigrationModel

/// When everything is done, no Pod, template or revision has a key left that the plan deletes.
enum Final: StateProperty {
    static let property = SoundnessProperty.final

    static func breach(in state: WorldState, _ view: StateView) -> Breach? {
        guard zip(state.steps, view.model.steps).allSatisfy({ $0 == $1.verified }),
            view.model.steps.contains(where: { $0.workload == 0 && !$0.isCanary }),
            !view.model.workloads[0].shifts.isEmpty
        else { return nil }
        let kinds = state.workloads[0].running.numbers
        let deleted = view.model.steps.flatMap(\.changes).compactMap { change in
            if case .delete(let key) = change { key } else { nil }
        }
        guard let left = kinds.first(where: { view.outlook.has(anyOf: deleted, $0) }) else { return nil }
        return Breach(property: property, kind: left, cause: .leftover)
    }
}
