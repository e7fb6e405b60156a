public import MigrationModel

/// Finds out who receives each key, and which identity every container really uses.
///
/// Linear in the number of objects: everything is looked up by name, nothing is compared with everything.
public struct ClusterTrace {
    let objects: ClusterObjects
    let keys: [StaticKey]
    private let consumers: ConsumerTrace
    let identities: IdentityTrace
    private let inventory: IdentityInventory
    let members: [ServiceMembers]

    /// Prepares a trace.
    ///
    /// - Parameters:
    ///   - keys: what a scan of the same inputs found.
    ///   - objects: what the inputs have besides.
    ///   - inputs: the names of the inputs.
    ///   - associations: EKS Pod Identity associations as far as they are known.
    public init(
        _ keys: [StaticKey], objects: ClusterObjects, inputs: [String], associations: [PodIdentityAssociation] = []
    ) {
        let clusters = InputClusters(objects)
        let objects = objects.unique(in: clusters)
        self.keys = keys
        self.objects = objects
        let directory = CarrierDirectory(objects, inputs: inputs, clusters: clusters)
        let owners = ServiceDirectory(objects.workloads, clusters: clusters)
        let services = objects.workloads.indices.map(owners.service)
        consumers = ConsumerTrace(
            objects: objects, clusters: clusters, directory: directory,
            holdings: KeyHoldings(keys, contents: directory, clusters: clusters), services: services,
            accounts: ServiceAccountDirectory(objects.serviceAccounts, clusters: clusters),
            synced: SyncedSecrets(objects.mentions, clusters: clusters))
        let known = IdentityDirectory(objects, associations: associations, clusters: clusters)
        identities = IdentityTrace(
            consumers: consumers, identities: known, metadata: MetadataDirectory(objects, clusters: clusters),
            injectors: Injectors(objects, clusters: clusters))
        inventory = IdentityInventory(objects, clusters: clusters, identities: known)
        members = Self.members(objects, services, clusters)
    }

    private static func members(
        _ objects: ClusterObjects, _ services: [WorkloadName], _ clusters: InputClusters
    ) -> [ServiceMembers] {
        let builder = ServiceBuilder(
            budgets: DisruptionBudgets(objects.disruptionBudgets, clusters: clusters), clusters: clusters)
        // In the order of the input: to sort all services would cost more than to trace most of them.
        var places: [WorkloadName: Int] = [:]
        var groups: [(name: WorkloadName, workloads: [Workload])] = []
        for (index, name) in services.enumerated() {
            if let place = places[name] {
                groups[place].workloads.append(objects.workloads[index])
            } else {
                places[name] = groups.count
                groups.append((name, [objects.workloads[index]]))
            }
        }
        return groups.map { ServiceMembers(builder.service($0.name, members: $0.workloads), members: $0.workloads) }
    }

    /// The whole trace.
    public func trace() -> Trace {
        let consumptions = consumers.consumptions()
        let records = inventory.records(members)
        let analysed = members.map { (identities: $0, analyses: identities.analyses(of: $0)) }
        var findings = analysed.flatMap { $0.analyses.flatMap(ContainerRules.findings) }
        let context = InventoryContext(
            objects: objects, records: records, members: members, identities: identities,
            receiving: Self.receiving(consumptions))
        findings += InventoryRules.all.flatMap { $0.findings(in: context) }
        return Trace(
            services: services(of: consumptions, records), consumptions: consumptions,
            groups: ServiceGroups.groups(of: consumptions),
            identities: analysed.flatMap { $0.analyses.map(\.identity) }.sorted(by: Self.isBefore),
            findings: findings.sorted(by: Self.isBefore), inventory: records, blindSpots: BlindSpots.all(of: objects))
    }

    private static func receiving(_ consumptions: [Consumption]) -> [WorkloadName: Set<Provider>] {
        consumptions.reduce(into: [:]) { $0[$1.service, default: []].insert($1.key.kind.provider) }
    }

    /// The services that matter: those with a key or with a federated identity.
    private func services(of consumptions: [Consumption], _ records: [IdentityRecord]) -> [Service] {
        let federated = records.filter { !$0.identities.isEmpty }.flatMap(\.services)
        let wanted = Set(consumptions.map(\.service)).union(federated)
        let known = members.map(\.service).filter { wanted.contains($0.name) }
        // Custom resources that receive a key and make no Pods.
        let others = wanted.subtracting(known.map(\.name)).map { Service(name: $0) }
        return (known + others).sorted { $0.name < $1.name }
    }

    private static func isBefore(_ left: ContainerIdentity, _ right: ContainerIdentity) -> Bool {
        if left.service != right.service { return left.service < right.service }
        return (left.container, left.provider.rawValue) < (right.container, right.provider.rawValue)
    }

    private static func isBefore(_ left: IdentityFinding, _ right: IdentityFinding) -> Bool {
        if left.object != right.object { return left.object < right.object }
        return (left.code.rawValue, left.container ?? "", left.input)
            < (right.code.rawValue, right.container ?? "", right.input)
    }
}
