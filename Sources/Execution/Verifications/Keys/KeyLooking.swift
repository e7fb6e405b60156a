public import MigrationModel
import StructuredText

/// What a cloud says of a key.
public struct KeyLook: Sendable {
    /// Whether it is active, inactive or gone, with what shows it.
    public var sighting: KeySighting
    /// When it was used last, to the second; `nil` when it never was, or the cloud does not say.
    public var lastUse: Timestamp?
    /// Whether the cloud says when keys of this kind are used.
    public var tellsUse: Bool
    /// The service and region of its last use, for people; empty where that is not known.
    public var use: String
    /// Whose key it is; `nil` where that is not known.
    public var owner: String?

    /// Creates a look from its parts.
    public init(
        sighting: KeySighting, lastUse: Timestamp? = nil, tellsUse: Bool = false, use: String = "", owner: String? = nil
    ) {
        self.sighting = sighting
        self.lastUse = lastUse
        self.tellsUse = tellsUse
        self.use = use
        self.owner = owner
    }
}

/// Asks clouds about keys; never with the key, and never for what is secret of it.
public enum KeyLooking {
    /// Asks the cloud of a key.
    ///
    /// - Parameters:
    ///   - key: the key.
    ///   - scene: what can be asked; its givens `user-KEYID`, `service-account-KEYID`, `application-KEYID` and `credential-KEYID` say
    ///     what the plan does not know.
    /// - Returns: what the cloud says.
    /// - Throws: ``AccessProblem`` when it could not be asked, or bait would be touched by asking.
    public static func look(_ key: KeyName, in scene: Scene) async throws(AccessProblem) -> KeyLook {
        let planned = scene.plan.keys.first { $0.key == key }
        guard planned?.fate != .bait else {
            throw AccessProblem(
                .refused, "\(key.id) is bait, and nothing is asked about it", advice: "Leave it where it is.")
        }
        switch key.kind {
        case .awsAccessKey, .awsTemporaryKey: return try await AWSKeyLook(key, planned?.account ?? "", scene).look()
        case .googleServiceAccountKey: return try await GoogleKeyLook.serviceAccountKey(key, scene)
        case .googleHMACKey: return try await GoogleKeyLook.hmac(key, scene)
        case .azureClientSecret: return try await AzureKeyLook.clientSecret(key, scene)
        case .azureStorageAccountKey:
            // Listing them would print them.
            throw AccessProblem(
                .notObservable, "The keys of a storage account cannot be told apart without reading them",
                advice: "Say whether the key was renewed, once a person has seen it.")
        }
    }
}
