import MigrationModel

/// Follows every key to the services that receive it.
struct ConsumerTrace {
    var objects: ClusterObjects
    var clusters: InputClusters
    var directory: CarrierDirectory
    var holdings: KeyHoldings
    /// For each workload of the input its service.
    var services: [WorkloadName]
    var accounts: ServiceAccountDirectory
    var synced: SyncedSecrets

    /// Every way on which a key reaches a container, each once, ordered by key, service and container.
    func consumptions() -> [Consumption] {
        var found: [Consumption] = []
        for (index, workload) in objects.workloads.enumerated() {
            let holder = WorkloadName(input: workload.input, object: workload.object.reference)
            for template in workload.templates {
                let context = context(of: template, in: holder)
                found += Receptions.received(in: context).map { consumption($0, of: services[index], in: holder) }
            }
        }
        found += fromCustomResources()
        return Self.folded(found)
    }

    /// What a template needs to know of its surroundings.
    func context(of template: PodTemplate, in holder: WorkloadName) -> TemplateContext {
        let cluster = clusters.cluster(of: holder.input)
        return TemplateContext(
            holder: holder, cluster: cluster, template: template,
            serviceAccount: accounts.account(
                template.serviceAccount, in: holder.object.namespace, cluster: cluster),
            directory: directory, holdings: holdings, synced: synced)
    }

    private func fromCustomResources() -> [Consumption] {
        let consumers = CustomResourceConsumers(holdings: holdings, clusters: clusters)
        let workloads = Dictionary(
            objects.workloads.indices.map { index in
                let workload = objects.workloads[index]
                return (WorkloadName(input: workload.input, object: workload.object.reference), index)
            }, uniquingKeysWith: { first, _ in first })
        var received: [WorkloadName: [Received]] = [:]
        for mention in objects.mentions where !SyncedSecrets.isSynced(mention) {
            let found = consumers.received(mention)
            if !found.isEmpty {
                received[WorkloadName(input: mention.input, object: mention.object), default: []] += found
            }
        }
        for holder in holdings.inlineHolders where workloads[holder] == nil {
            received[holder, default: []] += consumers.received(in: holder)
        }
        return received.flatMap { holder, found in
            let service = workloads[holder].map { services[$0] } ?? holder
            return Receptions.withoutNeedlessHalves(found, holdings).map { consumption($0, of: service, in: holder) }
        }
    }

    private func consumption(_ received: Received, of service: WorkloadName, in holder: WorkloadName) -> Consumption {
        Consumption(
            key: received.key, service: service, object: holder.object, container: received.container?.name,
            role: received.container?.role, reception: received.reception, carrier: received.carrier?.reference,
            entry: received.entry, optional: received.optional, certainty: received.certainty)
    }

    /// Leaves out what a Pod or an old ReplicaSet only repeats of its service's own template.
    private static func folded(_ all: [Consumption]) -> [Consumption] {
        var seen: Set<Consumption> = []
        let own = all.filter { $0.object == $0.service.object && seen.insert($0).inserted }
        var told = Set(own.map(\.relative))
        var rest: [Consumption] = []
        // Owners before what they own: the ReplicaSet tells what its Pods would repeat.
        for one in all.sorted(by: isBefore) where one.object != one.service.object {
            if told.insert(one.relative).inserted { rest.append(one) }
        }
        return (own + rest).sorted(by: isBefore)
    }

    private static func isBefore(_ left: Consumption, _ right: Consumption) -> Bool {
        if left.key != right.key { return left.key < right.key }
        if left.service != right.service { return left.service < right.service }
        let (one, other) = (left.object.kind == "Pod", right.object.kind == "Pod")
        if one != other { return other }
        if left.object != right.object { return left.object < right.object }
        return (left.container ?? "", left.reception.name, left.reception.target, left.carrier?.name ?? "")
            < (right.container ?? "", right.reception.name, right.reception.target, right.carrier?.name ?? "")
    }
}

extension Consumption {
    /// The same without the object: inline paths count from the Pod template on.
    fileprivate var relative: Consumption {
        var copy = self
        copy.object = service.object
        if case .inline(let path) = reception { copy.reception = .inline(TemplatePath.relative(path)) }
        return copy
    }
}
