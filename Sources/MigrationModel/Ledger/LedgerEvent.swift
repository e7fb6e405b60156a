/// An event as a ledger keeps it, but for its own hash: a link of a chain that cannot be changed unnoticed.
public struct LedgerEvent: Hashable, Sendable {
    /// The place in the ledger, from 1 and without gaps; it is the order of events, whatever their times say.
    public var sequence: Int
    /// When it was written, by the clock of whoever wrote it; earlier than the event before when that clock was set back.
    public var at: Timestamp
    /// Who wrote it.
    public var by: Author
    /// What it says.
    public var entry: LedgerEntry
    /// The hash of the event before; ``firstPrevious`` for the first.
    public var previous: String

    /// What the first event has for the hash of the one before: 64 zeroes.
    public static let firstPrevious = String(repeating: "0", count: 64)

    /// Creates an event from its parts.
    public init(sequence: Int, at: Timestamp, by: Author, entry: LedgerEntry, previous: String) {
        self.sequence = sequence
        self.at = at
        self.by = by
        self.entry = entry
        self.previous = previous
    }
}

extension LedgerEvent: Codable {
    private enum Name: String, CodingKey {
        case at, by, detail, key, kind, plan, previous, sequence, step, version
    }

    /// The version of the format, which every event carries.
    private static let version = 1

    /// Writes the members, of which `detail` depends on `kind`.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        try container.encode(at, forKey: .at)
        try container.encode(by, forKey: .by)
        try container.encode(entry.happening.detail, forKey: .detail)
        try container.encodeIfPresent(entry.key, forKey: .key)
        try container.encode(entry.happening.kind.rawValue, forKey: .kind)
        try container.encode(entry.plan, forKey: .plan)
        try container.encode(previous, forKey: .previous)
        try container.encode(sequence, forKey: .sequence)
        try container.encodeIfPresent(entry.step, forKey: .step)
        try container.encode(Self.version, forKey: .version)
    }

    /// Reads what ``encode(to:)`` wrote.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        guard try container.decode(Int.self, forKey: .version) == Self.version else {
            throw DecodingError.dataCorruptedError(
                forKey: .version, in: container, debugDescription: "version \(Self.version), the only one that there is"
            )
        }
        sequence = try container.decode(Int.self, forKey: .sequence)
        at = try container.decode(Timestamp.self, forKey: .at)
        by = try container.decode(Author.self, forKey: .by)
        previous = try container.decode(String.self, forKey: .previous)
        let kind = try container.decode(EventKind.self, forKey: .kind)
        entry = LedgerEntry(
            plan: try container.decode(String.self, forKey: .plan),
            step: try container.decodeIfPresent(String.self, forKey: .step),
            key: try container.decodeIfPresent(KeyName.self, forKey: .key), try Self.happening(kind, in: container))
    }

    private static func happening(_ kind: EventKind, in container: KeyedDecodingContainer<Name>) throws -> Happening {
        func detail<Detail: Decodable>() throws -> Detail { try container.decode(Detail.self, forKey: .detail) }
        return switch kind {
        case .planAdopted: .planAdopted(try detail())
        case .planRevised: .planRevised(try detail())
        case .claimTaken: .claimTaken(try detail())
        case .claimRenewed: .claimRenewed(try detail())
        case .claimReleased: .claimReleased(try detail())
        case .claimTakenOver: .claimTakenOver(try detail())
        case .stepStarted: .stepStarted(try detail())
        case .stepApplied: .stepApplied(try detail())
        case .stepFailed: .stepFailed(try detail())
        case .stepRolledBack: .stepRolledBack(try detail())
        case .stepVerified: .stepVerified(try detail())
        case .stepRegressed: .stepRegressed(try detail())
        case .gateOverridden: .gateOverridden(try detail())
        case .draftAccepted: .draftAccepted(try detail())
        case .approvalGiven: .approvalGiven(try detail())
        case .keySeen: .keySeen(try detail())
        case .keyQuietSince: .keyQuietSince(try detail())
        case .keyDeactivated: .keyDeactivated(try detail())
        case .keyReactivated: .keyReactivated(try detail())
        case .keyDeleted: .keyDeleted(try detail())
        case .note: .note(try detail())
        }
    }
}
