/// Names one table of credential order: an SDK and the major versions that share it.
public struct SDKFamily: Hashable, Sendable, Codable, Comparable {
    /// Stable name for configuration, annotations and machine formats: `boto3`, `java-v2`.
    public var id: String
    /// The name for people: `AWS SDK for Java 2.x`.
    public var name: String
    /// The cloud that it talks to.
    public var provider: Provider

    /// Creates a family from its parts.
    public init(id: String, name: String, provider: Provider) {
        self.id = id
        self.name = name
        self.provider = provider
    }

    /// Orders by id.
    public static func < (left: Self, right: Self) -> Bool { left.id < right.id }
}

/// What one SDK family finds in one container, in the order in which it looks.
public struct CredentialResolution: Hashable, Sendable {
    /// The family whose order this is.
    public var family: SDKFamily
    /// Each place where it would look, in its order, with what came of it, also those that hold nothing.
    public var attempts: [CredentialAttempt]
    /// What the SDK ends up with.
    public var outcome: CredentialOutcome
    /// What happens when the cloud refuses what won, as it refuses a deactivated key.
    public var onRefusal: RefusalBehaviour

    /// Whether the outcome holds whatever is in the places that the input does not show; not so when one of them comes first.
    public var isCertain: Bool {
        for attempt in attempts {
            switch attempt.verdict {
            case .unknown: return false
            case .wins, .fails: return true
            case .absent, .ignored, .shadowed: continue
            }
        }
        return true
    }

    /// Creates a resolution from its parts.
    public init(
        family: SDKFamily, attempts: [CredentialAttempt], outcome: CredentialOutcome, onRefusal: RefusalBehaviour
    ) {
        self.family = family
        self.attempts = attempts
        self.outcome = outcome
        self.onRefusal = onRefusal
    }
}

/// What came of looking in one place.
public struct CredentialAttempt: Hashable, Sendable {
    /// How a place fared.
    public enum Verdict: String, Hashable, Sendable, Codable {
        /// Nothing is there.
        case absent
        /// Something is there that the SDK passes over.
        case ignored
        /// The SDK uses it.
        case wins
        /// Something is there that would be used if nothing before it were.
        case shadowed
        /// The SDK stops with an error.
        case fails
        /// Whether it is there cannot be known from the input.
        case unknown
    }

    /// Where the SDK looks.
    public var source: CredentialSource
    /// What kind of identity it gives.
    public var nature: CredentialSource.Nature
    /// What came of it.
    public var verdict: Verdict
    /// Why, in a clause without any value: "AWS_SECRET_ACCESS_KEY is empty".
    public var reason: String
    /// The variables, properties and files that it is made of, by name or path, in order.
    public var parts: [String]

    /// Creates an attempt from its parts.
    public init(
        source: CredentialSource, nature: CredentialSource.Nature, verdict: Verdict, reason: String,
        parts: [String] = []
    ) {
        self.source = source
        self.nature = nature
        self.verdict = verdict
        self.reason = reason
        self.parts = parts
    }
}

/// What an SDK ends up with.
public enum CredentialOutcome: Hashable, Sendable {
    /// Credentials of one source.
    case uses(CredentialSource, CredentialSource.Nature)
    /// An error, without looking further; the source that caused it.
    case fails(CredentialSource)
    /// No source holds anything.
    case nothing
}

/// What an SDK does when the source that won turns out not to work.
public enum RefusalBehaviour: Hashable, Sendable {
    /// It reports the error.
    case stops
    /// It goes on to the next source that holds something, here the one given; `nil` when there is none.
    case slides(to: CredentialSource?)
}
