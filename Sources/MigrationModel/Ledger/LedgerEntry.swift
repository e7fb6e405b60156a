/// What somebody wants to write into a ledger; the ledger adds when, who and the place in the chain.
public struct LedgerEntry: Hashable, Sendable {
    /// The id of the plan that is carried out; empty when there is none yet.
    public var plan: String
    /// The step that it is about, by id; `nil` when it is about none.
    public var step: String?
    /// The key that it is about; `nil` when it is about none.
    public var key: KeyName?
    /// What happened.
    public var happening: Happening

    /// Creates an entry from its parts.
    public init(plan: String, step: String? = nil, key: KeyName? = nil, _ happening: Happening) {
        self.plan = plan
        self.step = step
        self.key = key
        self.happening = happening
    }

    /// Whether a step and a key are named where the kind needs one.
    public var isComplete: Bool {
        let kind = happening.kind
        return (!kind.needsStep || step?.isEmpty == false) && (!kind.needsKey || key != nil)
    }
}
