import MigrationModel

/// Every Pod that may be created now can start: its ServiceAccount is there, and every entry that it refers to and must have.
enum Startable: StateProperty {
    static let property = SoundnessProperty.startable

    static func breach(in state: WorldState, _ view: StateView) -> Breach? {
        for version in view.pods.versions(of: 0, in: state) {
            let account = view.model.workloads[0].versions[version].account
            let kinds = view.pods.created(version, of: 0, in: state)
            if state.accounts & 1 << UInt64(account) == 0 {
                return Breach(property: property, kind: kinds.first, cause: .noAccount)
            }
            if let stopped = kinds.first(where: { isStopped($0, view) }) {
                return Breach(property: property, kind: stopped, cause: .missing)
            }
        }
        return nil
    }

    /// Whether a container waits for something that is not there.
    ///
    /// See [Secrets](https://kubernetes.io/docs/concepts/configuration/secret/#restriction-secret-must-exist): a Pod does not start
    /// before every Secret that it refers to, and that is not optional, exists.
    static func isStopped(_ number: Int, _ view: StateView) -> Bool {
        let kind = view.pods.kinds[number]
        let containers = view.model.workloads[0].versions[kind.version].containers
        return containers.contains { container in
            container.sources.contains { source in
                !source.optional && source.parts.contains { kind.absent & 1 << UInt64($0) != 0 }
            }
        }
    }
}
