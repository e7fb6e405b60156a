/// The invariants of a ledger, each of which the database enforces and a verification checks again.
public enum LedgerRule: String, Hashable, Sendable, Codable, CaseIterable, Error {
    /// Events are numbered from 1 without gaps.
    case sequenceGap = "sequence-gap"
    /// Every event names the hash of the one before.
    case chainBroken = "chain-broken"
    /// An event names the step, or the key, that its kind is about.
    case subjectMissing = "subject-missing"
    /// The kind is one that this version knows.
    case kindUnknown = "kind-unknown"
    /// A plan is adopted once, and then revised.
    case planAdoptedTwice = "plan-adopted-twice"
    /// There is nothing to revise before a plan was adopted.
    case planNotAdopted = "plan-not-adopted"
    /// A step has one lease at a time.
    case claimHeld = "claim-held"
    /// A lease is taken over only from the one who has it, and when its time has run out.
    case claimNotStale = "claim-not-stale"
    /// Who carries out a step has its lease: not given back, and not taken over by somebody else.
    case claimLost = "claim-lost"
    /// A key is deleted at most once.
    case keyDeletedTwice = "key-deleted-twice"
    /// A key is deleted only while it is deactivated.
    case keyNotDeactivated = "key-not-deactivated"
    /// A deleted key is only looked at.
    case keyGone = "key-gone"

    /// What it demands, in one sentence.
    public var sentence: String {
        switch self {
        case .sequenceGap: "Events are numbered from 1 without gaps."
        case .chainBroken: "Every event names the hash of the one before."
        case .subjectMissing: "The event does not name the step or the key that it is about."
        case .kindUnknown: "This version of keyshift knows no such event."
        case .planAdoptedTwice: "A plan was adopted before; another one is a revision."
        case .planNotAdopted: "No plan was adopted that could be revised."
        case .claimHeld: "Somebody has the lease of the step."
        case .claimNotStale: "A lease is taken over only from the one who has it, and when its time has run out."
        case .claimLost: "The lease of the step was given back, or somebody else has taken it over."
        case .keyDeletedTwice: "The key was deleted before."
        case .keyNotDeactivated: "The key is not deactivated, so it can be neither deleted nor reactivated."
        case .keyGone: "The key was deleted; it can only be looked at."
        }
    }
}
