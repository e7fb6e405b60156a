import MigrationModel

/// Every container of every Pod that may be running has a credential that works, if it had one; the canary may fail.
enum Available: StateProperty {
    static let property = SoundnessProperty.available

    static func breach(in state: WorldState, _ view: StateView) -> Breach? {
        for kind in state.workloads[0].running.numbers where !view.outlook.works(kind, state) {
            // A Pod that cannot start is told of as such.
            if Startable.isStopped(kind, view) { continue }
            return Breach(property: property, kind: kind, cause: .noCredential)
        }
        return nil
    }
}
