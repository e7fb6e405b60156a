public import MigrationModel

/// The first thing that is wrong with a ledger.
public struct LedgerFault: Hashable, Sendable {
    /// The closed list of what can be wrong.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// SQLite finds the file damaged.
        case fileDamaged = "file-damaged"
        /// Tables, indexes or triggers are not the ones that keyshift makes.
        case schemaChanged = "schema-changed"
        /// A number is missing.
        case eventMissing = "event-missing"
        /// An event stands in the place of another.
        case eventMoved = "event-moved"
        /// An event is not what was hashed, or its hash is not what was written.
        case eventChanged = "event-changed"
        /// An event names another predecessor than the one that is there: one of the two was replaced.
        case eventReplaced = "event-replaced"
        /// What is there is no event that keyshift writes.
        case eventInvalid = "event-invalid"
        /// An event breaks a rule that the database would have enforced.
        case ruleBroken = "rule-broken"
        /// The head that was noted elsewhere is not in the ledger.
        case headUnknown = "head-unknown"
    }

    /// Stable name of the fault.
    public var code: Code
    /// The number of the first event that cannot be relied upon; `nil` when it is not about one.
    public var sequence: Int?
    /// The rule that it breaks.
    public var rule: LedgerRule?
    /// What is wrong, in one sentence.
    public var message: String

    /// Creates a fault from its parts.
    public init(_ code: Code, sequence: Int? = nil, rule: LedgerRule? = nil, message: String) {
        self.code = code
        self.sequence = sequence
        self.rule = rule
        self.message = message
    }
}

/// What a verification found.
public struct LedgerVerdict: Hashable, Sendable {
    /// The end of the part that can be relied upon.
    public var head: LedgerHead
    /// The first thing that is wrong; `nil` when everything is as it was written.
    public var fault: LedgerFault?
    /// The events whose time is before that of the one before, which is no fault: a clock was set back.
    public var clockJumps: [Int]

    /// Creates a verdict from its parts.
    public init(head: LedgerHead, fault: LedgerFault?, clockJumps: [Int]) {
        self.head = head
        self.fault = fault
        self.clockJumps = clockJumps
    }
}
