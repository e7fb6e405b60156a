import MigrationModel

/// Where the keys of a scan are: in which entries of which carriers, and at which places of other objects.
///
/// A class, because every template is handed it.
final class KeyHoldings {
    /// A key that stands in an object itself.
    struct Inline {
        var key: KeyName
        var path: ValuePath
    }

    private var entries: [CarrierKey: [String: [KeyName]]] = [:]
    private var halves: [CarrierKey: [String: [KeyName]]] = [:]
    private var inline: [WorkloadName: [Inline]] = [:]
    private var byName: [String: [CarrierKey]] = [:]
    /// Names of the carriers that hold keys, in any namespace: what mentions none of them receives none.
    private(set) var carrierNames: Set<String> = []

    /// - Parameters:
    ///   - keys: what a scan found.
    ///   - contents: what the entries of carriers are, which tells where secret halves are.
    ///   - clusters: which inputs belong together.
    init(_ keys: [StaticKey], contents: CarrierDirectory, clusters: InputClusters) {
        for key in keys {
            let name = KeyName(kind: key.identity.kind, id: key.identity.id)
            for sighting in key.sightings {
                guard let object = sighting.place.object else { continue }
                let cluster = clusters.cluster(of: sighting.place.input)
                if let carrier = CarrierKey(object, cluster: cluster) {
                    add(name, sighting, to: carrier, contents)
                } else {
                    let holder = WorkloadName(input: sighting.place.input, object: object)
                    inline[holder, default: []].append(Inline(key: name, path: sighting.place.path))
                }
            }
        }
    }

    private func add(
        _ key: KeyName, _ sighting: Sighting, to carrier: CarrierKey, _ contents: CarrierDirectory
    ) {
        guard let entry = sighting.place.path.carrierEntry else { return }
        if entries[carrier] == nil {
            byName[carrier.name, default: []].append(carrier)
            carrierNames.insert(carrier.name)
        }
        Self.insert(key, &entries[carrier, default: [:]][entry, default: []])
        guard sighting.confidence == .paired, key.kind.hasPublicHalf else { return }
        for (name, content) in contents.entries(of: carrier) where name != entry && content.shape == .present {
            if SecretHalfNames.mayHoldHalf(name) { Self.insert(key, &halves[carrier, default: [:]][name, default: []]) }
        }
    }

    private static func insert(_ key: KeyName, _ keys: inout [KeyName]) {
        if !keys.contains(key) { keys.append(key) }
    }

    /// The entries of a carrier that hold keys, each with its keys; none for most carriers.
    func keys(in carrier: CarrierKey) -> [String: [KeyName]] { entries[carrier] ?? [:] }

    /// The keys whose secret half stands in an entry without their id.
    func halves(in carrier: CarrierKey, entry: String) -> [KeyName] {
        (halves[carrier]?[entry] ?? []).filter { !(entries[carrier]?[entry] ?? []).contains($0) }
    }

    /// The keys that stand in an object that is no carrier.
    func inline(in object: WorkloadName) -> [Inline] { inline[object] ?? [] }

    /// All objects but carriers that hold keys.
    var inlineHolders: [WorkloadName] { inline.keys.sorted() }

    /// Carriers with keys of a name in any namespace of a cluster.
    func carriers(named name: String, in cluster: Int) -> [CarrierKey] {
        (byName[name] ?? []).filter { $0.cluster == cluster }
    }
}

extension ValuePath {
    /// The entry of a Secret or ConfigMap in which a value stands; `nil` for its metadata.
    var carrierEntry: String? {
        guard steps.count >= 2, case .field(let field) = steps[0], case .field(let entry) = steps[1] else { return nil }
        return ["data", "stringData", "binaryData"].contains(field) ? entry : nil
    }
}

extension KeyKind {
    /// Whether a key has a public id, and a secret half that may stand somewhere else.
    var hasPublicHalf: Bool {
        switch self {
        case .awsAccessKey, .awsTemporaryKey, .googleHMACKey: true
        case .googleServiceAccountKey, .azureClientSecret, .azureStorageAccountKey: false
        }
    }
}

/// Names of entries that hold the secret half of a key.
enum SecretHalfNames {
    /// Whether a name is one like `AWS_SECRET_ACCESS_KEY`, `secret-key`, `secretAccessKey`, `awsSecretKey`.
    static func mayHoldHalf(_ name: String) -> Bool {
        let letters = name.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
        let plain = String(decoding: letters, as: UTF8.self).lowercased()
        return plain.hasSuffix("secretkey") || plain.hasSuffix("secretaccesskey") || plain.hasSuffix("hmacsecret")
    }
}
