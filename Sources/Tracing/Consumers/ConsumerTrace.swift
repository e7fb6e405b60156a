import MigrationModel

/// Follows every key to the services that receive it.
struct ConsumerTrace: Sendable {
    let objects: ClusterObjects
    let clusters: InputClusters
    let directory: CarrierDirectory
    let holdings: KeyHoldings
    let services: ServiceDirectory
    let accounts: ServiceAccountDirectory
    let synced: SyncedSecrets

    /// The ways on which keys reach the containers of a service, each once, ordered by key and container.
    ///
    /// - Parameters:
    ///   - number: the service.
    ///   - others: what its objects receive as custom resources.
    /// - Returns: the ways.
    func consumptions(of number: Int, _ others: [Consumption]) -> [Consumption] {
        let members = services.members[number]
        let itself = members.first { objects.workloads[$0].object.reference == services.names[number].object }
        var found: [Consumption] = []
        for index in members {
            for template in objects.workloads[index].templates.indices where mayReceive(index, template) {
                // ReplicaSets and Pods mostly repeat what stands in the service itself.
                if let itself, itself != index, repeats(index, template, itself) { continue }
                let context = context(of: objects.workloads[index].templates[template], in: index)
                found += Receptions.received(in: context).map {
                    $0.consumption(of: services.names[number], in: context.holder.object)
                }
            }
        }
        return Self.folded(found + others)
    }

    /// Whether a template mentions any carrier of a key, or holds a key itself; most do neither and need no closer look.
    private func mayReceive(_ index: Int, _ template: Int) -> Bool {
        if objects.workloads[index].templates[template].mentions(holdings.carrierNames) { return true }
        if !inline(in: index).isEmpty { return true }
        return accounts.mentions(
            holdings.carrierNames, by: objects.workloads[index].templates[template].serviceAccount,
            in: objects.workloads[index].object.reference.namespace,
            cluster: clusters.cluster(of: objects.workloads[index].input))
    }

    /// Whether nothing comes to a template that does not come to the one of another workload in the same way.
    private func repeats(_ index: Int, _ template: Int, _ itself: Int) -> Bool {
        guard objects.workloads[itself].templates.count == 1, inline(in: index).isEmpty,
            objects.workloads[itself].input == objects.workloads[index].input,
            objects.workloads[itself].object.reference.namespace == objects.workloads[index].object.reference.namespace
        else { return false }
        return objects.workloads[index].templates[template].receivesAsMuch(as: objects.workloads[itself].templates[0])
    }

    /// The keys that stand in a workload itself.
    private func inline(in index: Int) -> [KeyHoldings.Inline] {
        guard holdings.mayHoldInline(objects.workloads[index].object.reference.name) else { return [] }
        return holdings.inline(
            in: WorkloadName(input: objects.workloads[index].input, object: objects.workloads[index].object.reference))
    }

    /// What a template needs to know of its surroundings.
    func context(of template: PodTemplate, in index: Int) -> TemplateContext {
        let cluster = clusters.cluster(of: objects.workloads[index].input)
        let holder = WorkloadName(
            input: objects.workloads[index].input, object: objects.workloads[index].object.reference)
        return TemplateContext(
            holder: holder, cluster: cluster, template: template,
            serviceAccount: accounts.account(
                template.serviceAccount, in: holder.object.namespace, cluster: cluster),
            inline: inline(in: index), directory: directory, holdings: holdings, synced: synced)
    }

    /// Leaves out what a Pod or an old ReplicaSet only repeats of its service's own template.
    static func folded(_ all: [Consumption]) -> [Consumption] {
        guard all.count > 1 else { return all }
        var seen: Set<Consumption> = []
        let own = all.filter { $0.object == $0.service.object && seen.insert($0).inserted }
        guard own.count < all.count else { return own.sorted(by: isBefore) }
        var told = Set(own.map(\.relative))
        var rest: [Consumption] = []
        // Owners before what they own: the ReplicaSet tells what its Pods would repeat.
        for one in all.sorted(by: isBefore) where one.object != one.service.object {
            if told.insert(one.relative).inserted { rest.append(one) }
        }
        return (own + rest).sorted(by: isBefore)
    }

    /// Orders what reaches one service.
    private static func isBefore(_ left: Consumption, _ right: Consumption) -> Bool {
        if left.key != right.key { return left.key < right.key }
        let (one, other) = (left.object.kind == "Pod", right.object.kind == "Pod")
        if one != other { return other }
        if left.object != right.object { return left.object < right.object }
        return (left.container ?? "", left.reception.name, left.reception.target, left.carrier?.name ?? "")
            < (right.container ?? "", right.reception.name, right.reception.target, right.carrier?.name ?? "")
    }
}

extension Received {
    /// The same with the service to which it comes, and the object in whose template the reference stands.
    func consumption(of service: WorkloadName, in object: ObjectReference) -> Consumption {
        Consumption(
            key: key, service: service, object: object, container: container?.name, role: container?.role,
            reception: reception, carrier: carrier?.reference, entry: entry, optional: optional, certainty: certainty)
    }
}

extension PodTemplate {
    /// Whether the same comes to its containers as to those of another template, which may stand elsewhere and differ otherwise.
    fileprivate func receivesAsMuch(as other: PodTemplate) -> Bool {
        serviceAccount == other.serviceAccount && pullSecrets == other.pullSecrets && volumes == other.volumes
            && containers.count == other.containers.count
            && containers.indices.allSatisfy { containers[$0].receivesAsMuch(as: other.containers[$0]) }
    }
}

extension Container {
    fileprivate func receivesAsMuch(as other: Container) -> Bool {
        name == other.name && role == other.role && environment == other.environment
            && environmentFrom == other.environmentFrom && mounts == other.mounts
            && argumentReferences == other.argumentReferences
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
