import MigrationModel

/// Reads out of a trace what a plan is proven against.
struct WorldReader {
    private let cluster: ClusterTrace
    private let trace: Trace
    private let touched: Set<Account>
    private let consumptions: [WorkloadName: [Consumption]]
    private let identities: [WorkloadName: [ContainerIdentity]]
    /// Where in the input the other objects are that hold templates of a service.
    private let others: [WorkloadName: Int]
    /// The services of the world; custom resources without Pods have no template.
    let members: [Member]

    /// A service, and where in the input the object is whose template new Pods are made from.
    struct Member {
        var name: WorkloadName
        var service: Service
        var newest: Int?
    }

    /// A service as a plan names it.
    struct ServiceName: Hashable {
        var cluster: String
        var object: ObjectReference
    }

    /// A ServiceAccount, whichever cluster it is in: more than need be are looked at where names repeat.
    struct Account: Hashable {
        var namespace: String
        var name: String
    }

    init(_ cluster: ClusterTrace, _ trace: Trace, _ touched: Set<Account>) {
        self.cluster = cluster
        self.trace = trace
        self.touched = touched
        let consumptions = Dictionary(grouping: trace.consumptions, by: \.service)
        self.consumptions = consumptions
        identities = Dictionary(grouping: trace.identities, by: \.service)
        let elsewhere = Set(
            trace.consumptions.filter { $0.object != $0.service.object }
                .map { WorkloadName(input: $0.service.input, object: $0.object) })
        var others: [WorkloadName: Int] = [:]
        for (index, workload) in cluster.objects.workloads.enumerated() {
            let name = WorkloadName(input: workload.input, object: workload.object.reference)
            if elsewhere.contains(name) { others[name] = index }
        }
        self.others = others
        let makers = cluster.members.filter { member in
            consumptions[member.service.name] != nil
                || member.service.serviceAccounts.contains {
                    touched.contains(Account(namespace: member.service.name.object.namespace ?? "", name: $0))
                }
        }
        let known = Set(makers.map(\.service.name))
        members =
            makers.map { Member(name: $0.service.name, service: $0.service, newest: $0.newest) }
            + consumptions.keys.filter { !known.contains($0) }
            .map { Member(name: $0, service: Service(name: $0), newest: nil) }
    }

    /// The ServiceAccounts that a plan binds, or takes Pods from.
    static func accounts(of plan: Plan) -> Set<Account> {
        Set(
            plan.identities.flatMap { identity in
                [identity.serviceAccount, identity.formerServiceAccount].map {
                    Account(namespace: identity.namespace, name: $0)
                }
            })
    }

    // MARK: Services

    /// A service with its templates; `nil` when it has nothing to do with a cloud.
    func workload(_ member: Member, id: String?, cluster name: String) -> WorldWorkload? {
        let object = member.name.object
        let current =
            member.newest.map { index in
                cluster.objects.workloads[index].templates.map {
                    template($0, member, index, cluster.objects.workloads[index].object.reference, .current)
                }
            } ?? []
        // Several templates of one object make one service: what holds for all their containers holds for each.
        var first = current.first ?? WorldTemplate(serviceAccount: "", containers: [])
        first.containers += current.dropFirst().flatMap(\.containers)
        first.containers += uses(of: member, in: object, container: nil)
        // Of a custom resource the newest template stands in an object that its controller made.
        let newest = member.newest.map { cluster.objects.workloads[$0].object.reference }
        let others = Set((consumptions[member.name] ?? []).map(\.object)).subtracting([object, newest ?? object])
            .sorted()
        let older = others.compactMap { former($0, member) }
        return WorldWorkload(
            service: id ?? "\(name)/\(object.namespace ?? "")/\(object.kind)/\(object.name)", cluster: name,
            object: object, isOwned: !member.service.managers.isEmpty, templates: [first] + older)
    }

    /// A template that a Pod or an old revision has and the service has no more.
    private func former(_ object: ObjectReference, _ member: Member) -> WorldTemplate? {
        guard let index = others[WorkloadName(input: member.name.input, object: object)],
            let template = cluster.objects.workloads[index].templates.first
        else { return nil }
        let isPod = cluster.objects.workloads[index].pod != nil
        return self.template(template, member, index, object, isPod ? .running : .kept)
    }

    private func template(
        _ template: PodTemplate, _ member: Member, _ index: Int, _ object: ObjectReference,
        _ standing: WorldTemplate.Standing
    ) -> WorldTemplate {
        let context = cluster.identities.consumers.context(of: template, in: index)
        let stated = stated(member.name)
        let containers = template.containers.map { container in
            var read = WorldContainerReader(context: context).container(container)
            read.uses += uses(of: member, in: object, container: container.name).flatMap(\.uses)
            read.families = stated[container.name] ?? [:]
            for provider in read.providers where read.families[provider] == nil { read.families[provider] = [] }
            return read
        }
        let metadata = cluster.identities.metadata
        return WorldTemplate(
            standing: standing, origin: object.description, serviceAccount: template.serviceAccount,
            labels: template.labels.filter { Self.isRead($0.key) },
            annotations: template.annotations.filter { Self.isRead($0.key) },
            reachesGoogleMetadata: metadata.wouldServe(template, cluster: context.cluster),
            nodeIdentities: metadata.nodeClouds(template, cluster: context.cluster), containers: containers)
    }

    /// Whether a webhook looks at a label or an annotation.
    private static func isRead(_ name: String) -> Bool {
        name.hasPrefix("eks.amazonaws.com/") || name.hasPrefix("azure.workload.identity/")
    }

    /// The SDK families of each container as far as somebody said so; an empty list for those that have to do with a cloud.
    private func stated(_ service: WorkloadName) -> [String: [Provider: [String]]] {
        (identities[service] ?? []).reduce(into: [:]) { found, identity in
            found[identity.container, default: [:]][identity.provider] =
                identity.families.basis == .stated ? identity.families.families : []
        }
    }

    /// Keys that come in ways in which no SDK looks.
    private func uses(of member: Member, in object: ObjectReference, container: String?) -> [WorldContainer] {
        let own = (consumptions[member.name] ?? []).filter { $0.object == object && $0.container == container }
        let uses = own.compactMap { one -> WorldUse? in
            guard let name = one.reception.byHand else { return nil }
            let source = one.carrier.flatMap { carrier in
                CarrierKind(rawValue: carrier.kind).map {
                    WorldSource(kind: $0, object: carrier.name, entry: one.entry ?? "", optional: true)
                }
            }
            return WorldUse(name: name, keys: [one.key], source: source)
        }
        return uses.isEmpty ? [] : [WorldContainer(name: container ?? "", uses: uses)]
    }

    // MARK: What services share

    /// The carriers that hold keys.
    func carriers(cluster: (String) -> String?) -> [WorldCarrier] {
        var found: [ServiceName: WorldCarrier] = [:]
        for key in self.cluster.keys {
            let name = KeyName(kind: key.identity.kind, id: key.identity.id)
            for sighting in key.sightings {
                guard let object = sighting.place.object, CarrierKind(rawValue: object.kind) != nil,
                    let entry = sighting.place.path.carrierEntry, let place = cluster(sighting.place.input)
                else { continue }
                let facts = key.carriers.first { $0.object == object }
                var carrier =
                    found[ServiceName(cluster: place, object: object)]
                    ?? WorldCarrier(
                        cluster: place, object: object, entries: [:], isOwned: !(facts?.managers ?? []).isEmpty)
                if carrier.entries[entry]?.contains(name) != true { carrier.entries[entry, default: []].append(name) }
                found[ServiceName(cluster: place, object: object)] = carrier
            }
        }
        return found.values.sorted { ($0.cluster, $0.object) < ($1.cluster, $1.object) }
    }

    /// The ServiceAccounts that have an identity already.
    func accounts(cluster: (String) -> String?) -> [WorldAccount] {
        trace.inventory.compactMap { record in
            guard !record.identities.isEmpty, let place = cluster(record.input) else { return nil }
            return WorldAccount(
                cluster: place, namespace: record.serviceAccount.namespace ?? "", name: record.serviceAccount.name,
                principals: Dictionary(
                    record.identities.map { ($0.mechanism, $0.principal) }, uniquingKeysWith: { first, _ in first }))
        }
        .sorted { ($0.cluster, $0.namespace, $0.name) < ($1.cluster, $1.namespace, $1.name) }
    }
}

extension WorldContainer {
    /// The clouds that it has anything to do with.
    fileprivate var providers: Set<Provider> {
        Set((variables.flatMap(\.keys) + files.flatMap(\.keys) + uses.flatMap(\.keys)).map(\.kind.provider))
    }
}

extension Reception {
    /// The name under which a plan asks a person to take it away; `nil` for what a plan takes away itself.
    fileprivate var byHand: String? {
        switch self {
        case .argument(let name): "$(\(name))"
        case .csi(let path): path
        case .imagePull, .serviceAccount, .customResource: name
        case .inline(let path): path.steps.contains(.field("env")) ? nil : path.description
        case .variable, .environmentFrom, .expansion, .volume, .projected, .subPath: nil
        }
    }
}
