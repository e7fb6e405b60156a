public import MigrationModel

/// How the transfer of one page ended.
public struct PageOutcome: Hashable, Sendable {
    /// The ways for a transfer to end.
    public enum Result: Hashable, Sendable {
        /// The page arrived completely.
        case complete
        /// The reader did not want the rest.
        case abandoned
        /// RBAC forbids to list the type.
        case forbidden
        /// The continue token was too old: the type is listed again from its start, and objects repeat.
        case expired
        /// The type is no longer there.
        case gone
        /// The server stopped answering or answered with an error; a part of the page may have arrived.
        case unavailable
    }

    /// How it ended.
    public var result: Result
    /// What to report; `nil` when nothing was lost, or when the loss is still being made good.
    public var problem: Problem?
    /// How often kubectl slowed itself down meanwhile; no error, but why a scan takes long.
    public var throttled: Int
}
