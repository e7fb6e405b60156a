import MigrationModel

/// Describes services by the workloads that belong to them.
struct ServiceBuilder {
    var budgets: DisruptionBudgets
    var clusters: InputClusters

    /// One service by the workloads that belong to it, itself among them if the input has it.
    func service(_ name: WorkloadName, members: [Workload]) -> Service {
        let itself = members.first { $0.object.reference == name.object && $0.input == name.input }
        // Where the input has no object on top, its newest descendant tells most.
        let telling = itself ?? members.max { ($0.object.created ?? "") < ($1.object.created ?? "") }
        let templates = itself.map(\.templates).flatMap { $0.isEmpty ? nil : $0 } ?? telling?.templates ?? []
        let labels = templates.first?.labels ?? [:]
        return Service(
            name: name,
            serviceAccounts: Self.unique(templates.map(\.serviceAccount)),
            replicas: itself?.replicas, updateStrategy: itself?.updateStrategy ?? "",
            schedule: itself?.schedule ?? "", isIdle: itself?.isIdle ?? false,
            disruptionBudgets: budgets.selecting(
                labels, in: name.object.namespace, cluster: clusters.cluster(of: name.input)),
            managers: telling.map { ObjectManagers.managers(of: $0.object) } ?? [],
            containers: Self.unique(templates.flatMap { $0.containers.map(\.name) }),
            pods: members.count { $0.pod.map { !$0.hasEnded && !$0.phase.isEmpty } ?? false })
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
