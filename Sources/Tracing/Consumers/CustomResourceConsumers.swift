import MigrationModel

/// Objects other than workloads that hold a key or name a carrier in a place that looks like a reference.
///
/// Nobody knows what their controller does with it: each counts as a consumer until a person says otherwise.
struct CustomResourceConsumers {
    var holdings: KeyHoldings
    var clusters: InputClusters

    /// The keys that a mention brings to its object.
    func received(_ mention: CarrierMention) -> [Received] {
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
    func received(in object: WorkloadName) -> [Received] {
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
