/// What the state of steps and keys is derived from: an event without who, why and evidence.
public struct EventHeader: Hashable, Sendable {
    /// The place in the ledger, from 1.
    public var sequence: Int
    /// When it was written.
    public var at: Timestamp
    /// What happened.
    public var kind: EventKind
    /// The plan that was carried out.
    public var plan: String
    /// The step that it is about.
    public var step: String?
    /// The key that it is about.
    public var key: KeyName?
    /// The verification of a check or a regression.
    public var verification: Verification?
    /// The result of a check, or the state in which a key was seen.
    public var result: String?
    /// The lease under which it happened; of a takeover the one that ran out.
    public var claim: Int?
    /// Until when a lease lasts, or since when a key is quiet.
    public var bound: Timestamp?

    /// Creates a header from its parts.
    public init(
        sequence: Int, at: Timestamp, kind: EventKind, plan: String, step: String? = nil, key: KeyName? = nil,
        verification: Verification? = nil, result: String? = nil, claim: Int? = nil, bound: Timestamp? = nil
    ) {
        self.sequence = sequence
        self.at = at
        self.kind = kind
        self.plan = plan
        self.step = step
        self.key = key
        self.verification = verification
        self.result = result
        self.claim = claim
        self.bound = bound
    }

    /// The header of an event.
    public init(_ event: LedgerEvent) {
        let entry = event.entry
        self.init(
            sequence: event.sequence, at: event.at, kind: entry.happening.kind, plan: entry.plan, step: entry.step,
            key: entry.key)
        switch entry.happening {
        case .claimTaken(let detail): bound = detail.expires
        case .claimRenewed(let detail): (claim, bound) = (detail.claim, detail.expires)
        case .claimReleased(let detail): claim = detail.claim
        case .claimTakenOver(let detail): (claim, bound) = (detail.formerClaim, detail.expires)
        case .stepStarted(let detail), .stepApplied(let detail), .stepRolledBack(let detail): claim = detail.claim
        case .stepFailed(let detail): claim = detail.claim
        case .stepVerified(let detail): (verification, result) = (detail.verification, detail.result.rawValue)
        case .stepRegressed(let detail): verification = detail.verification
        case .keySeen(let detail): result = detail.state.rawValue
        case .keyQuietSince(let detail): bound = detail.since
        case .keyDeactivated(let detail), .keyReactivated(let detail), .keyDeleted(let detail): claim = detail.claim
        case .planAdopted, .planRevised, .gateOverridden, .draftAccepted, .approvalGiven, .note: break
        }
    }
}
