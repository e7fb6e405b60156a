import MigrationModel

/// Describes services by the workloads that belong to them.
struct ServiceBuilder {
    let workloads: [Workload]
    let budgets: DisruptionBudgets
    let clusters: InputClusters

    /// One service by the workloads that belong to it, itself among them if the input has it.
    func members(of name: WorkloadName, _ own: [Int]) -> ServiceMembers {
        let newest = newest(of: name, own)
        let pods = own.filter { workloads[$0].pod.map { !$0.hasEnded } ?? false }
        return ServiceMembers(
            service: service(name, own, newest: newest), newest: newest,
            pods: pods.count > 1 ? pods.sorted(by: isBefore) : pods)
    }

    private func service(_ name: WorkloadName, _ own: [Int], newest: Int?) -> Service {
        let itself = own.first { workloads[$0].object.reference == name.object && workloads[$0].input == name.input }
        // Where the input has no object on top, its newest descendant tells most.
        let telling = itself ?? latest(of: own)
        let holder = itself.map { workloads[$0].templates.isEmpty ? newest ?? $0 : $0 } ?? telling
        let labels = holder.flatMap { workloads[$0].templates.first?.labels } ?? [:]
        return Service(
            name: name,
            serviceAccounts: unique(in: holder) { [$0.serviceAccount] },
            replicas: itself.flatMap { workloads[$0].replicas },
            updateStrategy: itself.map { workloads[$0].updateStrategy } ?? "",
            schedule: itself.map { workloads[$0].schedule } ?? "", isIdle: itself.map { workloads[$0].isIdle } ?? false,
            disruptionBudgets: budgets.selecting(
                labels, in: name.object.namespace, cluster: clusters.cluster(of: name.input)),
            managers: telling.map { ObjectManagers.managers(of: workloads[$0].object) } ?? [],
            containers: unique(in: holder) { $0.containers.map(\.name) },
            pods: own.count { workloads[$0].pod.map { !$0.hasEnded && !$0.phase.isEmpty } ?? false })
    }

    /// The workload whose template new Pods are made from: the service itself, or the one whose template it uses; of a service that
    /// the input does not have, its newest ReplicaSet or Job, or its newest Pod.
    private func newest(of name: WorkloadName, _ own: [Int]) -> Int? {
        if own.count == 1 { return own.first }
        let itself = own.first { workloads[$0].object.reference == name.object }
        if let itself, !workloads[itself].templates.isEmpty { return itself }
        if let source = itself.flatMap({ workloads[$0].templateSource }),
            let found = own.first(where: { isNamed($0, source) })
        {
            return found
        }
        let makers = own.filter { workloads[$0].pod == nil && !workloads[$0].templates.isEmpty }
        return latest(of: makers.isEmpty ? own : makers)
    }

    /// Whether a workload is the one that another names as the source of its template, by kind and name.
    private func isNamed(_ index: Int, _ source: ObjectReference) -> Bool {
        let reference = workloads[index].object.reference
        return reference.kind == source.kind && reference.name == source.name
    }

    private func latest(of own: [Int]) -> Int? {
        own.count < 2 ? own.first : own.max { created($0) < created($1) }
    }

    private func created(_ index: Int) -> String { workloads[index].object.created ?? "" }

    private func isBefore(_ left: Int, _ right: Int) -> Bool {
        let (first, second) = (created(left), created(right))
        if first != second { return first < second }
        return workloads[left].object.reference < workloads[right].object.reference
    }

    private func unique(in holder: Int?, _ names: (PodTemplate) -> [String]) -> [String] {
        guard let holder else { return [] }
        let templates = workloads[holder].templates
        if templates.count == 1, let all = templates.first.map(names), all.count == 1 { return all }
        var seen: Set<String> = []
        return templates.flatMap(names).filter { seen.insert($0).inserted }
    }
}
