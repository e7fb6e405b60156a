public import MigrationModel

/// Finds out who receives each key, and which identity every container really uses.
///
/// Linear in the number of objects: everything is looked up by name, nothing is compared with everything.
public struct ClusterTrace: Sendable {
    let objects: ClusterObjects
    let keys: [StaticKey]
    private let consumers: ConsumerTrace
    let identities: IdentityTrace
    private let inventory: IdentityInventory
    let members: [ServiceMembers]
    private let order: ServiceOrder
    private let workers: Int

    /// Prepares a trace.
    ///
    /// - Parameters:
    ///   - keys: what a scan of the same inputs found.
    ///   - objects: what the inputs have besides.
    ///   - inputs: the names of the inputs.
    ///   - associations: EKS Pod Identity associations as far as they are known.
    ///   - stated: the SDKs that a configuration names, which says more than any annotation.
    ///   - workers: how many threads to use; the trace is the same with any number of them.
    public init(
        _ keys: [StaticKey], objects: ClusterObjects, inputs: [String], associations: [PodIdentityAssociation] = [],
        stated: [StatedFamilies] = [], workers: Int = 1
    ) {
        let clusters = InputClusters(objects)
        let objects = objects.unique(in: clusters)
        self.keys = keys
        self.objects = objects
        self.workers = workers
        let (sorted, carriers) = Pair.run(workers: workers) {
            let services = ServiceDirectory(objects.workloads, clusters: clusters)
            return (services: services, order: ServiceOrder(services.names))
        } _: {
            let directory = CarrierDirectory(objects, inputs: inputs, clusters: clusters)
            return (
                directory: directory, holdings: KeyHoldings(keys, contents: directory, clusters: clusters),
                identities: IdentityDirectory(objects, associations: associations, clusters: clusters)
            )
        }
        let (services, known) = (sorted.services, carriers.identities)
        order = sorted.order
        consumers = ConsumerTrace(
            objects: objects, clusters: clusters, directory: carriers.directory, holdings: carriers.holdings,
            services: services, accounts: ServiceAccountDirectory(objects.serviceAccounts, clusters: clusters),
            synced: SyncedSecrets(objects.mentions, clusters: clusters))
        identities = IdentityTrace(
            consumers: consumers, identities: known, metadata: MetadataDirectory(objects, clusters: clusters),
            injectors: Injectors(objects, clusters: clusters), stated: stated)
        inventory = IdentityInventory(objects, clusters: clusters, identities: known)
        let builder = ServiceBuilder(
            workloads: objects.workloads, budgets: DisruptionBudgets(objects.disruptionBudgets, clusters: clusters),
            clusters: clusters)
        members = SharedLoop.run(services.names.count, workers: workers, make: { builder }) { number, builder in
            builder.members(of: services.names[number], services.members[number])
        }
    }

    /// The whole trace.
    public func trace() -> Trace {
        let resources = CustomResourceConsumers(holdings: consumers.holdings, clusters: consumers.clusters)
            .all(in: objects, consumers.services)
        let order = order.adding(resources.others.map(\.name), to: consumers.services.names)
        let traces = traces(resources).sorted { order.ranks[$0.number] < order.ranks[$1.number] }
        let (consumers, accounts) = Pair.run(workers: workers) {
            let consumptions = ConsumptionOrder(traces)
            return (consumptions: consumptions.sorted, groups: ServiceGroups.groups(of: consumptions))
        } _: {
            let records = inventory.records(members, order)
            return (
                records: records, services: services(of: traces, records, order, resources),
                findings: findings(in: traces, records)
            )
        }
        return Trace(
            services: accounts.services, consumptions: consumers.consumptions, groups: consumers.groups,
            identities: traces.flatMap(\.identities), findings: accounts.findings, inventory: accounts.records,
            blindSpots: BlindSpots.all(of: objects))
    }

    private func findings(in traces: [ServiceTrace], _ records: [IdentityRecord]) -> [IdentityFinding] {
        let context = InventoryContext(
            objects: objects, records: records, members: members, identities: identities, traces: traces)
        let findings = traces.flatMap(\.findings) + InventoryRules.all.flatMap { $0.findings(in: context) }
        return findings.sorted(by: Self.isBefore)
    }

    /// What was traced of the services of which there is anything to tell; custom resources have the numbers behind the last one.
    private func traces(_ resources: CustomResourceConsumers.Found) -> [ServiceTrace] {
        let (consumers, identities, members) = (consumers, identities, members)
        let traces = SharedLoop.run(members.count, workers: workers) {
            ServiceTracer(
                consumers: consumers, identities: identities, members: members, others: resources.services)
        } _: { number, tracer -> ServiceTrace? in
            let trace = tracer.trace(number)
            return trace.isEmpty ? nil : trace
        }
        return traces
            + resources.others.enumerated().map { index, other in
                ServiceTrace(
                    number: members.count + index, consumptions: ConsumerTrace.folded(other.consumptions))
            }
    }

    /// The services that matter: those with a key or with a federated identity.
    private func services(
        of traces: [ServiceTrace], _ records: [IdentityRecord], _ order: ServiceOrder,
        _ resources: CustomResourceConsumers.Found
    ) -> [Service] {
        var isWanted = [Bool](repeating: false, count: order.ranks.count)
        for trace in traces where !trace.consumptions.isEmpty { isWanted[trace.number] = true }
        for record in records where !record.identities.isEmpty {
            for name in record.services {
                if let number = consumers.services.number(named: name) { isWanted[number] = true }
            }
        }
        return order.sorted.filter { isWanted[$0] }.map { number in
            // Custom resources that receive a key and make no Pods come behind all others.
            number < members.count
                ? members[number].service : Service(name: resources.others[number - members.count].name)
        }
    }

    private static func isBefore(_ left: IdentityFinding, _ right: IdentityFinding) -> Bool {
        if left.object != right.object { return left.object < right.object }
        return (left.code.rawValue, left.container ?? "", left.input)
            < (right.code.rawValue, right.container ?? "", right.input)
    }
}
