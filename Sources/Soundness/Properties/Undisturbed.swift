import MigrationModel

/// A Pod whose template has not got the new identity uses what it used before, whatever others do, if it used anything.
enum Undisturbed: StateProperty {
    static let property = SoundnessProperty.undisturbed

    static func breach(in state: WorldState, _ view: StateView) -> Breach? {
        let workload = view.model.workloads[0]
        for kind in state.workloads[0].running.numbers where !workload.isShifted(view.pods.kinds[kind].version) {
            if Startable.isStopped(kind, view) { continue }
            let before = view.outlook.baseline(kind)
            if before != .nothing, before != .fails, view.outlook.credential(kind) != before {
                return Breach(property: property, kind: kind, cause: .changed)
            }
        }
        return nil
    }
}
