import MigrationModel

/// What reports for people say about a key, in words.
///
/// The words may hold names from the cluster as they are.
struct KeyDescription {
    let key: StaticKey
    /// The time of the report, RFC 3339.
    let now: String

    /// Whom the key belongs to.
    var owner: String {
        switch (key.identity.account, key.identity.principal) {
        case (let account?, let principal?): "\(account) \(principal)"
        case (let account?, nil): account
        case (nil, let principal?): principal
        case (nil, nil): "owner unknown"
        }
    }

    /// Whether what stands there suffices to use the key.
    var credential: String {
        guard key.secretHalfPresent else { return "id only" }
        switch key.identity.kind {
        case .awsAccessKey, .awsTemporaryKey, .googleHMACKey: return "secret half present"
        case .googleServiceAccountKey: return "private key present"
        case .azureClientSecret, .azureStorageAccountKey: return "secret present"
        }
    }

    /// The age of the oldest object that holds the key.
    var age: String? {
        let dated = key.carriers.compactMap(\.created).compactMap { created in
            Age.seconds(created).map { (seconds: $0, created: created) }
        }
        return dated.min { $0.seconds < $1.seconds }.flatMap { Age.text(from: $0.created, to: now) }
    }

    /// That nothing but its own shape says it is a key, when that is so.
    var doubt: String? {
        key.sightings.allSatisfy { $0.confidence == .bare } ? "mentioned without context" : nil
    }

    /// What kind of trouble the key is, when it is no ordinary one.
    var warning: String? {
        switch key.nature {
        case .ordinary: nil
        case .bait: "bait: using it raises an alarm"
        case .thirdParty(let host): "not AWS: key for \(host)"
        }
    }

    /// Who would undo a change to the objects that hold the key, each once.
    var managers: [String] {
        var seen = Set<String>()
        let all = key.carriers.flatMap(\.managers).map(\.words).filter { seen.insert($0).inserted }
        guard all.count > mostManagers else { return all }
        return all.prefix(mostManagers) + ["\(Wording.grouped(all.count - mostManagers)) more managers"]
    }

    /// That an object that holds the key can only be replaced.
    var immutability: String? { key.carriers.contains(where: \.immutable) ? "immutable" : nil }

    /// How long the key may stay.
    var permission: String? { key.allowed.map { "allowed until \($0.expires): \($0.reason)" } }

    private let mostManagers = 3

    init(_ key: StaticKey, now: String) {
        self.key = key
        self.now = now
    }
}
