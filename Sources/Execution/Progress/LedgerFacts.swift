import MigrationModel
import StateStore

/// What the events of a ledger say that gates, reports and revisions ask for, besides the state that they come to.
struct LedgerFacts: Sendable {
    /// Where everything stands.
    var state = LedgerState()
    /// The end of the ledger.
    var head = LedgerHead(sequence: 0, hash: LedgerEvent.firstPrevious)
    /// The gates that were passed with a reason.
    private(set) var overrides: [OverrideRecord] = []
    /// The permissions that were accepted, by identity and digest.
    private(set) var drafts: Set<DraftAcceptance> = []
    /// The steps that somebody approved.
    private(set) var approvals: Set<String> = []
    /// What was done to keys, in order.
    private(set) var keyChanges: [(at: Timestamp, key: KeyName, kind: EventKind)] = []
    /// Who has each key, as evidence of its events says.
    private(set) var owners: [KeyName: String] = [:]
    /// When the first plan was adopted.
    private(set) var adopted: Timestamp?
    /// Events whose words a report needs, by number.
    private(set) var events: [Int: LedgerEvent] = [:]

    /// What an empty ledger says.
    init() {}

    /// Reads a ledger.
    ///
    /// - Parameters:
    ///   - ledger: the ledger.
    ///   - evidence: whether the evidence of what holds is wanted as well; what does not hold always has it.
    /// - Throws: ``StateStore/LedgerProblem`` when it cannot be read.
    init(_ ledger: Ledger, evidence: Bool) throws(LedgerProblem) {
        state = try ledger.state()
        head = try ledger.head()
        let kinds: [EventKind] = [
            .planAdopted, .gateOverridden, .draftAccepted, .approvalGiven, .keySeen, .keyDeactivated, .keyReactivated,
            .keyDeleted,
        ]
        try ledger.forEachEvent(EventSelection(kinds: kinds)) { add($0.event) }
        events = try ledger.events(numbered: numbers(evidence: evidence)).mapValues(\.event)
    }

    private mutating func add(_ event: LedgerEvent) {
        switch event.entry.happening {
        case .planAdopted: adopted = adopted ?? event.at
        case .gateOverridden(let detail):
            overrides.append(
                OverrideRecord(
                    step: event.entry.step ?? "", gate: detail.gate, reason: detail.reason, by: event.by, at: event.at))
        case .draftAccepted(let detail): drafts.insert(detail)
        case .approvalGiven: if let step = event.entry.step { approvals.insert(step) }
        case .keyDeactivated, .keyReactivated, .keyDeleted:
            if let key = event.entry.key { keyChanges.append((event.at, key, event.entry.happening.kind)) }
        case .keySeen(let detail):
            if let key = event.entry.key { owners[key] = KeyOwner.name(of: key, in: detail.evidence) ?? owners[key] }
        default: break
        }
    }

    /// Whose words are needed: who holds a step, why one failed, why something does not hold.
    private func numbers(evidence: Bool) -> Set<Int> {
        var numbers: Set<Int> = []
        for progress in state.steps.values {
            if let claim = progress.claim { numbers.insert(claim.number) }
            if progress.stage == .failed { numbers.insert(progress.sequence) }
            for check in progress.checks.values where evidence || check.result != .satisfied {
                numbers.insert(check.sequence)
            }
        }
        return numbers
    }

    /// Whether a gate of a step was passed with a reason.
    func isOverridden(_ gate: Gate, of step: String) -> Bool {
        overrides.contains { $0.step == step && $0.gate == gate }
    }
}
