/// Everything that a ledger can say, a closed set; what belongs to each is a type of its own in `Happenings`.
public enum Happening: Hashable, Sendable {
    case planAdopted(PlanAdoption)
    case planRevised(PlanRevision)
    case claimTaken(ClaimStart)
    case claimRenewed(ClaimRenewal)
    case claimReleased(ClaimEnd)
    case claimTakenOver(ClaimTakeover)
    case stepStarted(StepRun)
    case stepApplied(StepRun)
    case stepFailed(StepFailure)
    case stepRolledBack(StepRun)
    case stepVerified(StepCheck)
    case stepRegressed(StepRegression)
    case gateOverridden(GateOverride)
    case draftAccepted(DraftAcceptance)
    case approvalGiven(Approval)
    case keySeen(KeySighting)
    case keyQuietSince(KeyQuiet)
    case keyDeactivated(KeyChange)
    case keyReactivated(KeyChange)
    case keyDeleted(KeyChange)
    case note(Note)

    /// Its name.
    public var kind: EventKind {
        switch self {
        case .planAdopted: .planAdopted
        case .planRevised: .planRevised
        case .claimTaken: .claimTaken
        case .claimRenewed: .claimRenewed
        case .claimReleased: .claimReleased
        case .claimTakenOver: .claimTakenOver
        case .stepStarted: .stepStarted
        case .stepApplied: .stepApplied
        case .stepFailed: .stepFailed
        case .stepRolledBack: .stepRolledBack
        case .stepVerified: .stepVerified
        case .stepRegressed: .stepRegressed
        case .gateOverridden: .gateOverridden
        case .draftAccepted: .draftAccepted
        case .approvalGiven: .approvalGiven
        case .keySeen: .keySeen
        case .keyQuietSince: .keyQuietSince
        case .keyDeactivated: .keyDeactivated
        case .keyReactivated: .keyReactivated
        case .keyDeleted: .keyDeleted
        case .note: .note
        }
    }

    /// What belongs to it.
    public var detail: any Hashable & Sendable & Codable {
        switch self {
        case .planAdopted(let detail): detail
        case .planRevised(let detail): detail
        case .claimTaken(let detail): detail
        case .claimRenewed(let detail): detail
        case .claimReleased(let detail): detail
        case .claimTakenOver(let detail): detail
        case .stepStarted(let detail), .stepApplied(let detail), .stepRolledBack(let detail): detail
        case .stepFailed(let detail): detail
        case .stepVerified(let detail): detail
        case .stepRegressed(let detail): detail
        case .gateOverridden(let detail): detail
        case .draftAccepted(let detail): detail
        case .approvalGiven(let detail): detail
        case .keySeen(let detail): detail
        case .keyQuietSince(let detail): detail
        case .keyDeactivated(let detail), .keyReactivated(let detail), .keyDeleted(let detail): detail
        case .note(let detail): detail
        }
    }
}
