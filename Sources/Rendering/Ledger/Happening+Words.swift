import MigrationModel

extension Happening {
    /// What happened, as a person says it, without the step or key that it is about; text from elsewhere is not made harmless.
    var words: String {
        switch self {
        case .planAdopted(let detail): "adopted the plan, \(Wording.count(detail.steps.count, "step"))"
        case .planRevised(let detail):
            "revised the plan, \(Wording.count(detail.steps.count, "step"))"
                + (detail.stranded.isEmpty ? "" : "; stranded: \(detail.stranded.joined(separator: ", "))")
        case .claimTaken(let detail): "took the lease until \(detail.expires.text)"
        case .claimRenewed(let detail): "renewed the lease until \(detail.expires.text)"
        case .claimReleased: "gave the lease back"
        case .claimTakenOver(let detail):
            "took over the lease of event \(detail.formerClaim), which had run out, until \(detail.expires.text)"
        case .stepStarted(let detail): "began: \(detail.deed.words)"
        case .stepApplied(let detail): "applied: \(detail.deed.words)"
        case .stepFailed(let detail): "failed (\(detail.code)): \(detail.reason) Tried: \(detail.deed.words)"
        case .stepRolledBack(let detail): "undid: \(detail.deed.words)"
        case .stepVerified(let detail): "\(detail.verification.rawValue): \(detail.result.words). \(detail.reason)"
        case .stepRegressed(let detail): "\(detail.verification.rawValue): holds no longer. \(detail.reason)"
        case .gateOverridden(let detail): "passed a gate that says: \(detail.gate.words) Reason: \(detail.reason)"
        case .draftAccepted(let detail): "accepted the drafted permissions of \(detail.identity)"
        case .approvalGiven(let detail): "approved by \(detail.approver): \(detail.reason)"
        case .keySeen(let detail): "seen: \(detail.state.rawValue)"
        case .keyQuietSince(let detail): "quiet since \(detail.since.text)"
        case .keyDeactivated(let detail): "deactivated: \(detail.deed.words)"
        case .keyReactivated(let detail): "reactivated: \(detail.deed.words)"
        case .keyDeleted(let detail): "deleted for good: \(detail.deed.words)"
        case .note(let detail): detail.text
        }
    }

    /// What shows that it happened.
    var evidence: [Evidence] {
        switch self {
        case .stepStarted(let detail), .stepApplied(let detail), .stepRolledBack(let detail): detail.evidence
        case .stepVerified(let detail): detail.evidence
        case .stepRegressed(let detail): detail.evidence
        case .keySeen(let detail): detail.evidence
        case .keyQuietSince(let detail): detail.evidence
        case .keyDeactivated(let detail), .keyReactivated(let detail), .keyDeleted(let detail): detail.evidence
        case .planAdopted, .planRevised, .claimTaken, .claimRenewed, .claimReleased, .claimTakenOver, .stepFailed,
            .gateOverridden, .draftAccepted, .approvalGiven, .note:
            []
        }
    }
}

extension Deed {
    /// What was done: the command as a shell takes it, or the file.
    fileprivate var words: String {
        switch self {
        case .command(let words): words.map(ShellWord.quoted).joined(separator: " ")
        case .artefact(let path, let sha256): "\(path) (SHA-256 \(sha256))"
        case .found: "nothing had to be done"
        }
    }
}

extension StepCheck.Result {
    /// What the answer says of what was looked at.
    var words: String {
        switch self {
        case .satisfied: "holds"
        case .notYet: "does not hold yet"
        case .violated: "does not hold"
        case .cannotTell: "cannot be told from here"
        }
    }
}
