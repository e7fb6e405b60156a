import MigrationModel

/// Finds what is known of a Secret or ConfigMap by its name.
///
/// A class, because every template is handed it.
final class CarrierDirectory: Sendable {
    /// What became of a reference to a carrier.
    enum Presence {
        /// It is in the input.
        case present
        /// The input has objects of its kind, and not this one.
        case missing
        /// The input has no objects of its kind, so nothing can be said.
        case unknown
    }

    private let contents: [CarrierKey: CarrierContents]
    /// Names of the carriers that have to do with clouds, in any namespace.
    let carrierNames: Set<String>
    private let names: Set<CarrierName>
    private let inputs: [Int: [String]]
    private let kinds: Set<CarrierKind>

    /// - Parameters:
    ///   - objects: everything that was read.
    ///   - inputs: names of all inputs, which the names of carriers are told apart by.
    ///   - clusters: which inputs belong together.
    init(_ objects: ClusterObjects, inputs: [String], clusters: InputClusters) {
        var contents = [CarrierKey: CarrierContents](minimumCapacity: objects.contents.count)
        for one in objects.contents {
            guard let key = CarrierKey(one.object, cluster: clusters.cluster(of: one.input)) else { continue }
            contents[key] = one
        }
        carrierNames = Set(contents.keys.map(\.name))
        self.contents = contents
        names = objects.carrierNames
        self.inputs = Dictionary(grouping: inputs, by: clusters.cluster)
        kinds = Set(
            CarrierKind.allCases.filter { kind in objects.kinds.values.contains { $0["v1/" + kind.rawValue] != nil } })
    }

    /// The entries of a carrier that have to do with clouds; none where the carrier is not known.
    func entries(of carrier: CarrierKey) -> [String: EntryContents] { contents[carrier]?.entries ?? [:] }

    /// Whether the entries of a carrier are known, all of them.
    func knowsEntries(of carrier: CarrierKey) -> Bool { contents[carrier] != nil }

    /// The entries of a carrier that are called like the secret half of a key and hold something.
    func secretHalves(in carrier: CarrierKey) -> [String] {
        entries(of: carrier).filter { $0.value.shape == .present && SecretHalfNames.mayHoldHalf($0.key) }.map(\.key)
    }

    /// Whether the carrier is there.
    func presence(of carrier: CarrierKey) -> Presence {
        if contents[carrier] != nil { return .present }
        guard kinds.contains(carrier.kind) else { return .unknown }
        let isNamed = (inputs[carrier.cluster] ?? []).contains { input in
            names.contains(
                CarrierName(input: input, kind: carrier.kind, namespace: carrier.namespace, name: carrier.name))
        }
        return isNamed ? .present : .missing
    }
}
