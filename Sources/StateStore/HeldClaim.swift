public import MigrationModel

/// Whether the lease of a step was got: what is no error, since somebody may well be at work.
public enum ClaimResult: Hashable, Sendable {
    /// It was; what is done under it names its number.
    case taken(HeldClaim)
    /// Somebody else has it.
    case held(HeldClaim)
}

/// The lease of a step, and who has it.
public struct HeldClaim: Hashable, Sendable {
    /// The step, by id.
    public var step: String
    /// The number of the lease: the event with which it began.
    public var number: Int
    /// Who has it.
    public var holder: Author
    /// Since when.
    public var since: Timestamp
    /// Until when nobody else may take it.
    public var expires: Timestamp
    /// Who had it before and let its time run out; `nil` when nobody did.
    public var former: Author?
}
