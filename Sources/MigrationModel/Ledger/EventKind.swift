/// The names of everything that a ledger can say, a closed set; ``Happening`` has what belongs to each.
public enum EventKind: String, Hashable, Sendable, Codable, CaseIterable, CodingKey {
    /// A plan became the one that is carried out.
    case planAdopted = "plan-adopted"
    /// Another revision took the place of the plan.
    case planRevised = "plan-revised"
    /// Somebody took the lease of a step.
    case claimTaken = "claim-taken"
    /// The holder of a lease made it longer.
    case claimRenewed = "claim-renewed"
    /// The holder of a lease gave it back.
    case claimReleased = "claim-released"
    /// Somebody took a lease whose time had run out.
    case claimTakenOver = "claim-taken-over"
    /// The holder began to carry out a step.
    case stepStarted = "step-started"
    /// The step was carried out, or had been already.
    case stepApplied = "step-applied"
    /// The step could not be carried out.
    case stepFailed = "step-failed"
    /// The step was undone.
    case stepRolledBack = "step-rolled-back"
    /// Somebody looked whether a step is done.
    case stepVerified = "step-verified"
    /// What had been verified holds no longer.
    case stepRegressed = "step-regressed"
    /// A gate of prudence was passed with a reason.
    case gateOverridden = "gate-overridden"
    /// A person accepted the drafted permissions of an identity.
    case draftAccepted = "draft-accepted"
    /// A named person approved a step.
    case approvalGiven = "approval-given"
    /// The state of a key was looked up.
    case keySeen = "key-seen"
    /// A key has not been used, nor referred to, since a moment.
    case keyQuietSince = "key-quiet-since"
    /// A key was made inactive.
    case keyDeactivated = "key-deactivated"
    /// A key was made active again.
    case keyReactivated = "key-reactivated"
    /// A key was deleted for good.
    case keyDeleted = "key-deleted"
    /// A person wrote something down.
    case note

    /// Whether events of this kind are about one step, and name it.
    public var needsStep: Bool {
        switch self {
        case .claimTaken, .claimRenewed, .claimReleased, .claimTakenOver, .stepStarted, .stepApplied, .stepFailed,
            .stepRolledBack, .stepVerified, .stepRegressed, .gateOverridden, .approvalGiven:
            true
        case .planAdopted, .planRevised, .draftAccepted, .keySeen, .keyQuietSince, .keyDeactivated, .keyReactivated,
            .keyDeleted, .note:
            false
        }
    }

    /// Whether events of this kind are about one key, and name it.
    public var needsKey: Bool {
        switch self {
        case .keySeen, .keyQuietSince, .keyDeactivated, .keyReactivated, .keyDeleted: true
        default: false
        }
    }

    /// Whether events of this kind need the lease of their step.
    public var needsClaim: Bool {
        switch self {
        case .claimRenewed, .claimReleased, .stepStarted, .stepApplied, .stepFailed, .stepRolledBack: true
        default: false
        }
    }
}
