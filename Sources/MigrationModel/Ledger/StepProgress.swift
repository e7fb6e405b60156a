/// Where a step stands.
public struct StepProgress: Hashable, Sendable {
    /// What was last done about a step.
    public enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
        /// Nothing yet.
        case untouched
        /// It was begun, and nobody has said how it ended: the world has to be asked.
        case running
        /// It was carried out.
        case applied
        /// It could not be carried out.
        case failed
        /// It was undone.
        case rolledBack = "rolled-back"
    }

    /// The lease of a step that was not given back; its time may have run out.
    public struct Claim: Hashable, Sendable {
        /// The number of the event with which it began, by which its holder is known.
        public var number: Int
        /// When it began.
        public var since: Timestamp
        /// Until when nobody else may take it.
        public var expires: Timestamp
    }

    /// The last answer of a verification since the step was last changed.
    public struct Check: Hashable, Sendable {
        /// The answer.
        public var result: StepCheck.Result
        /// The number of the event that has the reason and the evidence.
        public var sequence: Int
        /// When it was last looked.
        public var at: Timestamp
        /// Since when every look gave this answer, which is what a soak counts from.
        public var since: Timestamp
        /// Since when no look found that it does not hold; looks that could not tell are passed over.
        ///
        /// `nil` while it was not found to hold.
        public var holdsSince: Timestamp?
        /// Whether it held before, and no longer does.
        public var isRegressed: Bool
    }

    /// What was last done.
    public private(set) var stage = Stage.untouched
    /// The number of the event that says so; 0 when nothing was done.
    public private(set) var sequence = 0
    /// When that was.
    public private(set) var at: Timestamp?
    /// The lease, if somebody has it.
    public private(set) var claim: Claim?
    /// The verifications that were looked at since.
    public private(set) var checks: [Verification: Check] = [:]

    /// Creates the progress of a step that nobody has touched.
    public init() {}

    /// Whether all of these verifications were last found to hold, and something was verified at all.
    public func isDone(_ verifications: [Verification]) -> Bool {
        !verifications.isEmpty && stage != .running && stage != .failed
            && verifications.allSatisfy { checks[$0]?.result == .satisfied }
    }

    /// Whether something that held before holds no longer.
    public var isRegressed: Bool { checks.values.contains { $0.isRegressed } }

    /// Whether anything may have been changed in the world and not been undone.
    public var leavesTraces: Bool {
        switch stage {
        case .running, .applied, .failed: true
        case .untouched: checks.values.contains { $0.result == .satisfied }
        case .rolledBack: false
        }
    }

    /// Adds an event about the step.
    mutating func apply(_ event: EventHeader) throws(LedgerRule) {
        switch event.kind {
        case .claimTaken, .claimTakenOver, .claimRenewed: try hold(event)
        case .claimReleased: claim = nil
        case .stepStarted: change(to: .running, event)
        case .stepApplied: change(to: .applied, event)
        case .stepFailed: change(to: .failed, event)
        case .stepRolledBack: change(to: .rolledBack, event)
        case .stepVerified: check(event, result: event.result.flatMap(StepCheck.Result.init), isRegressed: false)
        case .stepRegressed: check(event, result: .violated, isRegressed: true)
        default: break
        }
    }

    private mutating func hold(_ event: EventHeader) throws(LedgerRule) {
        guard let expires = event.bound else { return }
        if event.kind == .claimRenewed {
            claim?.expires = expires
            return
        }
        if let claim {
            guard event.kind == .claimTakenOver else { throw .claimHeld }
            guard event.claim == claim.number, event.at >= claim.expires else { throw .claimNotStale }
        } else if event.kind == .claimTakenOver {
            throw .claimNotStale
        }
        claim = Claim(number: event.sequence, since: event.at, expires: expires)
    }

    /// What was seen before the step was changed says nothing about the time after.
    private mutating func change(to stage: Stage, _ event: EventHeader) {
        (self.stage, sequence, at) = (stage, event.sequence, event.at)
        checks = [:]
    }

    private mutating func check(_ event: EventHeader, result: StepCheck.Result?, isRegressed: Bool) {
        guard let verification = event.verification, let result else { return }
        let before = checks[verification]
        // Not being able to look does not make a regression go away.
        let isStillRegressed = before?.isRegressed == true && result != .satisfied
        checks[verification] = Check(
            result: result, sequence: event.sequence, at: event.at,
            since: before?.result == result ? before?.since ?? event.at : event.at,
            holdsSince: holdsSince(result, before, event), isRegressed: isRegressed || isStillRegressed)
    }

    private func holdsSince(_ result: StepCheck.Result, _ before: Check?, _ event: EventHeader) -> Timestamp? {
        switch result {
        case .satisfied: before?.holdsSince ?? event.at
        case .cannotTell: before?.holdsSince
        case .notYet, .violated: nil
        }
    }
}
