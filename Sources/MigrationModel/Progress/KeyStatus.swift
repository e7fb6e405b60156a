/// Where one key stands.
public struct KeyStatus: Hashable, Sendable, Codable {
    /// The key.
    public var key: KeyName
    /// The account that owns it; empty where that is not known.
    public var account: String
    /// What becomes of it.
    public var fate: PlannedKey.Fate
    /// Why, in one sentence.
    public var reason: String
    /// What was done to it last.
    public var stage: KeyLife.Stage
    /// When that was; `nil` when nothing was.
    public var since: Timestamp?
    /// When the ledger first heard of it.
    public var firstSeen: Timestamp?
    /// Since when nobody has used it; `nil` when that is not known.
    public var quietSince: Timestamp?
    /// How it was found when it was last looked at; `nil` when nobody has looked.
    public var lastSeen: KeySighting.State?
    /// Whether somebody made it active, or made it again, behind the back of the ledger.
    public var isContradicted: Bool
    /// The services that receive it.
    public var services: [String]
    /// The services that hold up its revocation: those that are not done.
    public var heldUpBy: [String]
    /// The next step of its own life, by id; `nil` when nothing is left to do.
    public var nextStep: String?

    /// Whether it opens anything: only a deleted one never will again, and a deactivated one does not now.
    public var isLive: Bool { stage == .active || stage == .reactivated || isContradicted }

    /// Creates a status from its parts.
    public init(
        key: KeyName, account: String, fate: PlannedKey.Fate, reason: String, stage: KeyLife.Stage,
        since: Timestamp? = nil, firstSeen: Timestamp? = nil, quietSince: Timestamp? = nil,
        lastSeen: KeySighting.State? = nil, isContradicted: Bool = false, services: [String],
        heldUpBy: [String] = [], nextStep: String? = nil
    ) {
        self.key = key
        self.account = account
        self.fate = fate
        self.reason = reason
        self.stage = stage
        self.since = since
        self.firstSeen = firstSeen
        self.quietSince = quietSince
        self.lastSeen = lastSeen
        self.isContradicted = isContradicted
        self.services = services
        self.heldUpBy = heldUpBy
        self.nextStep = nextStep
    }
}
