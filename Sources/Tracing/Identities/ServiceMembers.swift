import MigrationModel

/// The workloads of the input that belong to one service.
struct ServiceMembers {
    var service: Service
    /// The object whose template new Pods are made from; `nil` when the input has none.
    var newest: Workload?
    /// Pods that have not ended, oldest first.
    var pods: [Workload]

    init(_ service: Service, members: [Workload]) {
        self.service = service
        pods = members.filter { $0.pod.map { !$0.hasEnded } ?? false }
            .sorted { ($0.object.created ?? "", $0.object.reference) < ($1.object.created ?? "", $1.object.reference) }
        newest = Self.newest(of: service.name, members)
    }

    /// The service itself; of a service that the input does not have, its newest ReplicaSet or Job, or its newest Pod.
    private static func newest(of name: WorkloadName, _ members: [Workload]) -> Workload? {
        if let itself = members.first(where: { $0.object.reference == name.object && !$0.templates.isEmpty }) {
            return itself
        }
        let makers = members.filter { $0.pod == nil && !$0.templates.isEmpty }
        return (makers.isEmpty ? members : makers).max { ($0.object.created ?? "") < ($1.object.created ?? "") }
    }
}
