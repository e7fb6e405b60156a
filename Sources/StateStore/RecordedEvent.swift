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
