import MigrationModel

/// Objects other than workloads that hold a key or name a carrier in a place that looks like a reference.
///
/// Nobody knows what their controller does with it: each counts as a consumer until a person says otherwise.
struct CustomResourceConsumers {
    /// What comes to custom resources, by the service that they belong to.
    struct Found {
        /// What comes to services with workloads, by their numbers.
        var services: [Int: [Consumption]] = [:]
        /// What comes to objects that are no workloads, each a service of its own.
        var others: [(name: WorkloadName, consumptions: [Consumption])] = []
    }

    var holdings: KeyHoldings
    var clusters: InputClusters

    /// Everything that mentions and objects other than workloads receive.
    ///
    /// - Parameters:
    ///   - objects: the workloads and mentions of the input.
    ///   - services: which service each workload belongs to.
    /// - Returns: what was found; objects that are no workloads in the order of their names.
    func all(in objects: ClusterObjects, _ services: ServiceDirectory) -> Found {
        var received: [WorkloadName: [Received]] = [:]
        for mention in objects.mentions where !SyncedSecrets.isSynced(mention) {
            let keys = self.received(mention)
            if !keys.isEmpty {
                received[WorkloadName(input: mention.input, object: mention.object), default: []] += keys
            }
        }
        let inline = holdings.inlineHolders
        let workloads = Self.workloads(named: Set(received.keys).union(inline), objects.workloads)
        for holder in inline where workloads[holder] == nil {
            received[holder, default: []] += self.received(in: holder)
        }
        var found = Found()
        for (holder, keys) in received.sorted(by: { $0.key < $1.key }) {
            let number = workloads[holder].map { services.numbers[$0] }
            let service = number.map { services.names[$0] } ?? holder
            let consumptions = Receptions.withoutNeedlessHalves(keys, holdings).map {
                $0.consumption(of: service, in: holder.object)
            }
            if let number {
                found.services[number, default: []] += consumptions
            } else if !consumptions.isEmpty {
                found.others.append((holder, consumptions))
            }
        }
        return found
    }

    /// The first workload of each name, by its position.
    private static func workloads(named wanted: Set<WorkloadName>, _ workloads: [Workload]) -> [WorkloadName: Int] {
        let names = Set(wanted.map(\.object.name))
        var found: [WorkloadName: Int] = [:]
        // A name alone refuses nearly all.
        for index in workloads.indices where names.contains(workloads[index].object.reference.name) {
            let name = WorkloadName(input: workloads[index].input, object: workloads[index].object.reference)
            if wanted.contains(name), found[name] == nil { found[name] = index }
        }
        return found
    }

    /// The keys that a mention brings to its object.
    private func received(_ mention: CarrierMention) -> [Received] {
        carriers(of: mention).flatMap { carrier -> [Received] in
            let entries = holdings.keys(in: carrier)
            let wanted = mention.entry.map { [$0] } ?? entries.keys.sorted()
            return wanted.flatMap { entry in
                holdings.keys(in: carrier, entry: entry).map { key in
                    Received(
                        key: key, container: nil, reception: .customResource(mention.path), carrier: carrier,
                        entry: entry, certainty: .possible)
                }
            }
        }
    }

    /// The keys that stand in an object itself.
    private func received(in object: WorkloadName) -> [Received] {
        holdings.inline(in: object).filter { !$0.path.isCopy }.map { one in
            Received(
                key: one.key, container: nil, reception: .customResource(one.path), certainty: .possible)
        }
    }

    private func carriers(of mention: CarrierMention) -> [CarrierKey] {
        let cluster = clusters.cluster(of: mention.input)
        let kinds = mention.kind.map { [$0] } ?? CarrierKind.allCases
        guard let namespace = mention.namespace ?? mention.object.namespace else {
            // The controller of a cluster-scoped object knows which namespace it means; the object does not say.
            return holdings.carriers(named: mention.name, in: cluster).filter { kinds.contains($0.kind) }
        }
        return kinds.map { CarrierKey(cluster: cluster, kind: $0, namespace: namespace, name: mention.name) }
    }
}

extension ValuePath {
    /// Whether a value is only a copy of another, as in `last-applied-configuration`, or of no effect, as in a status.
    var isCopy: Bool {
        steps.first == .field("status") || steps.starts(with: [.field("metadata"), .field("managedFields")])
            || steps.starts(with: [
                .field("metadata"), .field("annotations"), .field("kubectl.kubernetes.io/last-applied-configuration"),
            ])
    }
}
