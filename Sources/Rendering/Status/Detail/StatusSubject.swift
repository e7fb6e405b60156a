public import MigrationModel

/// A service, a step or a key of which somebody wants to know everything.
public enum StatusSubject: Hashable, Sendable {
    case service(ServiceStatus)
    case step(StepStatus)
    case key(KeyStatus)

    /// Everything in a migration that a name can mean.
    ///
    /// - Parameters:
    ///   - name: the id of a step, a key or a service, or a service as `NAME`, `NAMESPACE/NAME`, `KIND/NAME` or
    ///     `NAMESPACE/KIND/NAME`.
    ///   - migration: where to look.
    /// - Returns: a step or a key with exactly this id, else every service that is called so.
    public static func named(_ name: String, in migration: StatusReport.Migration) -> [StatusSubject] {
        let status = migration.status
        if let step = status.steps.first(where: { $0.id == name }) { return [.step(step)] }
        let keys = status.keys.filter { $0.key.id == name }
        if !keys.isEmpty { return keys.map(StatusSubject.key) }
        if let service = status.services.first(where: { $0.id == name }) { return [.service(service)] }
        return status.services.filter { isCalled($0, name) }.map(StatusSubject.service)
    }

    /// The steps whose events belong to its history, by id.
    public func steps(in migration: StatusReport.Migration) -> [String] {
        switch self {
        case .service(let service): migration.status.steps.filter { $0.service == service.id }.map(\.id)
        case .step(let step): [step.id]
        case .key(let key): migration.keySteps[key.key] ?? []
        }
    }

    private static func isCalled(_ service: ServiceStatus, _ name: String) -> Bool {
        let workload = service.workload
        let namespace = workload.namespace ?? ""
        return [
            workload.name, "\(namespace)/\(workload.name)", "\(workload.kind)/\(workload.name)",
            "\(namespace)/\(workload.kind)/\(workload.name)",
        ].contains(name)
    }
}
