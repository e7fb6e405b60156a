public import MigrationModel

/// An event in a ledger, with its own hash.
public struct RecordedEvent: Hashable, Sendable {
    /// The event.
    public var event: LedgerEvent
    /// SHA-256 of the event's canonical encoding, in 64 hexadecimal digits.
    public var hash: String

    /// Creates a recorded event from its parts.
    public init(event: LedgerEvent, hash: String) {
        self.event = event
        self.hash = hash
    }
}

/// The end of a ledger, to be noted elsewhere: who knows it knows that nothing before it was changed.
public struct LedgerHead: Hashable, Sendable, CustomStringConvertible {
    /// How many events there are.
    public var sequence: Int
    /// The hash of the last; ``MigrationModel/LedgerEvent/firstPrevious`` when there is none.
    public var hash: String

    /// Creates a head from its parts.
    public init(sequence: Int, hash: String) {
        self.sequence = sequence
        self.hash = hash
    }

    /// `12 9f86d0…`.
    public var description: String { "\(sequence) \(hash)" }
}
