public import MigrationModel

/// Why a ledger could not be read or written; nothing was changed.
public struct LedgerProblem: Error, Hashable, Sendable {
    /// The closed list of what can go wrong.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// There is no such file.
        case missing = "ledger-missing"
        /// It is no SQLite database, or not one of ours.
        case notALedger = "ledger-not-a-ledger"
        /// A newer keyshift made it.
        case newer = "ledger-newer"
        /// SQLite finds its file damaged.
        case damaged = "ledger-damaged"
        /// What the events say was changed.
        case broken = "ledger-broken"
        /// The file or its folder cannot be written.
        case readOnly = "ledger-read-only"
        /// There is no room.
        case full = "ledger-disk-full"
        /// Somebody else is writing, for longer than was waited.
        case locked = "ledger-locked"
        /// The file or its folder cannot be opened.
        case unreadable = "ledger-unreadable"
        /// Others may write it, and that cannot be changed.
        case permissions = "ledger-permissions"
        /// The event would break a rule.
        case refused = "ledger-refused"
        /// What is imported is no ledger.
        case importInvalid = "ledger-import-invalid"
        /// What is imported and what is there do not begin with the same events.
        case diverged = "ledger-diverged"
        /// The disk, or SQLite, failed.
        case failed = "ledger-failed"
    }

    /// Stable name of the problem.
    public var code: Code
    /// The file.
    public var file: String
    /// The rule that an event would break; `nil` for other problems.
    public var rule: LedgerRule?
    /// What is wrong, in one sentence.
    public var message: String
    /// What to do, in one sentence.
    public var advice: String

    /// Creates a problem from its parts.
    public init(_ code: Code, file: String, rule: LedgerRule? = nil, message: String, advice: String) {
        self.code = code
        self.file = file
        self.rule = rule
        self.message = message
        self.advice = advice
    }
}
