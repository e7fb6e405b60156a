/// Where everything stands: what a ledger's events come to, one after the other.
public struct LedgerState: Hashable, Sendable {
    /// How many events there are, which is the number of the last.
    public private(set) var sequence = 0
    /// The plan that is carried out; `nil` before one was adopted.
    public private(set) var plan: String?
    /// When the plan was adopted or last revised.
    public private(set) var planTime: Timestamp?
    /// The steps about which there is any event, by id; also those that the plan has no longer.
    public private(set) var steps: [String: StepProgress] = [:]
    /// The keys about which there is any event.
    public private(set) var keys: [KeyName: KeyLife] = [:]
    /// The numbers of the events that say that a gate was overridden.
    public private(set) var overrides: [Int] = []
    /// The numbers of the events whose time is before that of the one before: a clock was set back.
    public private(set) var clockJumps: [Int] = []
    private var lastTime: Timestamp?

    /// Creates the state of an empty ledger.
    public init() {}

    /// Adds an event.
    ///
    /// - Parameter event: the next event.
    /// - Throws: the rule that it breaks; the state is as before then.
    public mutating func apply(_ event: EventHeader) throws(LedgerRule) {
        guard event.sequence == sequence + 1 else { throw .sequenceGap }
        guard !event.kind.needsStep || event.step?.isEmpty == false, !event.kind.needsKey || event.key != nil else {
            throw .subjectMissing
        }
        try checkClaim(of: event)
        switch event.kind {
        case .planAdopted, .planRevised: try adopt(event)
        case .claimTaken, .claimRenewed, .claimReleased, .claimTakenOver, .stepStarted, .stepApplied, .stepFailed,
            .stepRolledBack, .stepVerified, .stepRegressed:
            if let step = event.step { try advance(step, event) }
        case .keySeen, .keyQuietSince, .keyDeactivated, .keyReactivated, .keyDeleted:
            if let key = event.key { try change(key, event) }
        case .gateOverridden: overrides.append(event.sequence)
        case .draftAccepted, .approvalGiven, .note: break
        }
        if let lastTime, event.at < lastTime { clockJumps.append(event.sequence) }
        (sequence, lastTime) = (event.sequence, event.at)
    }

    /// A change that names a lease needs it, whatever the kind; a takeover names the one that ran out.
    private func checkClaim(of event: EventHeader) throws(LedgerRule) {
        guard event.kind != .claimTakenOver, event.kind.needsClaim || event.claim != nil else { return }
        guard let step = event.step, let claim = event.claim, steps[step]?.claim?.number == claim else {
            throw .claimLost
        }
    }

    private mutating func adopt(_ event: EventHeader) throws(LedgerRule) {
        if event.kind == .planAdopted, plan != nil { throw .planAdoptedTwice }
        if event.kind == .planRevised, plan == nil { throw .planNotAdopted }
        (plan, planTime) = (event.plan, event.at)
    }

    private mutating func advance(_ step: String, _ event: EventHeader) throws(LedgerRule) {
        // In place, since a copy would copy the checks of the step for every event about it.
        if let index = steps.index(forKey: step) { return try steps.values[index].apply(event) }
        var progress = StepProgress()
        try progress.apply(event)
        steps[step] = progress
    }

    private mutating func change(_ key: KeyName, _ event: EventHeader) throws(LedgerRule) {
        var life = keys[key] ?? KeyLife()
        try life.apply(event)
        keys[key] = life
    }
}
