/// What a key is good for, which decides whether it can be moved to a federated identity at all.
public enum KeyNature: Hashable, Sendable {
    /// An ordinary key of its cloud.
    case ordinary
    /// Bait: its account belongs to a canary-token service, and using or asking about it raises an alarm.
    case bait
    /// A key for an S3-compatible service that is not AWS; the host is the endpoint that stands beside it.
    case thirdParty(host: String)
}

extension KeyNature: Encodable {
    /// Writes `ordinary`, `bait` or `third-party`; the host of the last is a field of its own where it is known.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(label)
    }

    /// The word for reports.
    public var label: String {
        switch self {
        case .ordinary: "ordinary"
        case .bait: "bait"
        case .thirdParty: "third-party"
        }
    }
}
