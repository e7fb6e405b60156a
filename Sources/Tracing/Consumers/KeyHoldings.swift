import MigrationModel

/// Where the keys of a scan are: in which entries of which carriers, and at which places of other objects.
///
/// A class, because every template is handed it.
final class KeyHoldings: Sendable {
    /// A key that stands in an object itself.
    struct Inline {
        var key: KeyName
        var path: ValuePath
    }

    /// The keys of one carrier.
    fileprivate struct Carrier {
        /// By the entry that holds them.
        var keys: [String: [KeyName]] = [:]
        /// By each entry, also those that only hold the secret half of a key.
        var received: [String: [KeyName]] = [:]
    }

    private let carriers: [CarrierKey: Carrier]
    private let inline: [WorkloadName: [Inline]]
    private let inlineNames: Set<String>
    private let byName: [String: [CarrierKey]]
    /// Names of the carriers that hold keys, in any namespace: what mentions none of them receives none.
    let carrierNames: Set<String>

    /// - Parameters:
    ///   - keys: what a scan found.
    ///   - contents: what the entries of carriers are, which tells where secret halves are.
    ///   - clusters: which inputs belong together.
    init(_ keys: [StaticKey], contents: CarrierDirectory, clusters: InputClusters) {
        var (carriers, inline) = ([CarrierKey: Carrier](), [WorkloadName: [Inline]]())
        var byName: [String: [CarrierKey]] = [:]
        var halves: [(carrier: CarrierKey, entry: String, key: KeyName)] = []
        for key in keys {
            let name = KeyName(kind: key.identity.kind, id: key.identity.id)
            for sighting in key.sightings {
                guard let object = sighting.place.object else { continue }
                guard let carrier = CarrierKey(object, cluster: clusters.cluster(of: sighting.place.input)) else {
                    let holder = WorkloadName(input: sighting.place.input, object: object)
                    inline[holder, default: []].append(Inline(key: name, path: sighting.place.path))
                    continue
                }
                guard let entry = sighting.place.path.carrierEntry else { continue }
                if carriers[carrier] == nil { byName[carrier.name, default: []].append(carrier) }
                carriers[carrier, default: Carrier()].add(name, to: entry)
                guard sighting.confidence == .paired, name.kind.hasPublicHalf else { continue }
                for other in contents.secretHalves(in: carrier) where other != entry {
                    halves.append((carrier, other, name))
                }
            }
        }
        // Only now is it known which entries have the key itself.
        for half in halves { carriers[half.carrier]?.addHalf(half.key, to: half.entry) }
        (self.carriers, self.inline, self.byName) = (carriers, inline, byName)
        inlineNames = Set(inline.keys.map(\.object.name))
        carrierNames = Set(byName.keys)
    }

    /// The entries of a carrier that hold keys, each with its keys; none for most carriers.
    func keys(in carrier: CarrierKey) -> [String: [KeyName]] { carriers[carrier]?.keys ?? [:] }

    /// The keys that come with each entry of a carrier, wholly or by half.
    func received(in carrier: CarrierKey) -> [String: [KeyName]] { carriers[carrier]?.received ?? [:] }

    /// The keys that come with one entry, wholly or by half.
    func keys(in carrier: CarrierKey, entry: String) -> [KeyName] { carriers[carrier]?.received[entry] ?? [] }

    /// The keys that stand in an object that is no carrier.
    func inline(in object: WorkloadName) -> [Inline] { inline[object] ?? [] }

    /// Whether any object of a name that is no carrier holds keys.
    func mayHoldInline(_ name: String) -> Bool { inlineNames.contains(name) }

    /// All objects but carriers that hold keys.
    var inlineHolders: [WorkloadName] { inline.keys.sorted() }

    /// Carriers with keys of a name in any namespace of a cluster.
    func carriers(named name: String, in cluster: Int) -> [CarrierKey] {
        (byName[name] ?? []).filter { $0.cluster == cluster }
    }
}

extension KeyHoldings.Carrier {
    fileprivate mutating func add(_ key: KeyName, to entry: String) {
        Self.insert(key, &keys[entry, default: []])
        Self.insert(key, &received[entry, default: []])
    }

    fileprivate mutating func addHalf(_ key: KeyName, to entry: String) {
        Self.insert(key, &received[entry, default: []])
    }

    private static func insert(_ key: KeyName, _ keys: inout [KeyName]) {
        if !keys.contains(key) { keys.append(key) }
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
        // Most names are refused by their last letter.
        guard let last = name.utf8.last, last | 0x20 == UInt8(ascii: "y") || last | 0x20 == UInt8(ascii: "t") else {
            return false
        }
        let letters = name.utf8.filter { $0 != UInt8(ascii: "_") && $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: ".") }
        let plain = String(decoding: letters, as: UTF8.self).lowercased()
        return plain.hasSuffix("secretkey") || plain.hasSuffix("secretaccesskey") || plain.hasSuffix("hmacsecret")
    }
}
