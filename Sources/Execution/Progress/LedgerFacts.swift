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
    ///   - evidence: of which steps the evidence of what holds is wanted as well; what does not hold always has it.
    /// - Throws: ``StateStore/LedgerProblem`` when it cannot be read.
    init(_ ledger: Ledger, evidence: EvidenceScope) throws(LedgerProblem) {
        var index = EventIndex()
        state = try ledger.state { index.add($0) }
        head = try ledger.head()
        (adopted, keyChanges) = (index.adopted, index.keyChanges)
        let words = try ledger.events(numbered: Set(index.words))
        for number in index.words { if let event = words[number]?.event { add(event) } }
        owners = try index.owners(in: ledger)
        events = try ledger.events(numbered: numbers(evidence: evidence)).mapValues(\.event)
    }

    private mutating func add(_ event: LedgerEvent) {
        switch event.entry.happening {
        case .gateOverridden(let detail):
            overrides.append(
                OverrideRecord(
                    step: event.entry.step ?? "", gate: detail.gate, reason: detail.reason, by: event.by, at: event.at))
        case .draftAccepted(let detail): drafts.insert(detail)
        case .approvalGiven: if let step = event.entry.step { approvals.insert(step) }
        default: break
        }
    }

    /// Whose words are needed: who holds a step, why one failed, why something does not hold.
    private func numbers(evidence: EvidenceScope) -> Set<Int> {
        var numbers: Set<Int> = []
        for (step, progress) in state.steps {
            if let claim = progress.claim { numbers.insert(claim.number) }
            if progress.stage == .failed { numbers.insert(progress.sequence) }
            for check in progress.checks.values where check.result != .satisfied || evidence.contains(step) {
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

/// What is gathered on the way through a ledger, without reading what events say.
private struct EventIndex {
    private(set) var adopted: Timestamp?
    private(set) var keyChanges: [(at: Timestamp, key: KeyName, kind: EventKind)] = []
    /// The events whose words are needed, by number: few, and what is acted upon is what was hashed.
    private(set) var words: [Int] = []
    /// The looks at each key, by number.
    private var looks: [KeyName: [Int]] = [:]

    mutating func add(_ event: EventHeader) {
        switch event.kind {
        case .planAdopted: adopted = adopted ?? event.at
        case .gateOverridden, .draftAccepted, .approvalGiven: words.append(event.sequence)
        case .keyDeactivated, .keyReactivated, .keyDeleted:
            if let key = event.key { keyChanges.append((event.at, key, event.kind)) }
        case .keySeen: if let key = event.key { looks[key, default: []].append(event.sequence) }
        default: break
        }
    }

    /// Who has each key, as the last look that could tell says: mostly the very last one.
    func owners(in ledger: Ledger) throws(LedgerProblem) -> [KeyName: String] {
        var owners: [KeyName: String] = [:]
        for (key, numbers) in looks {
            for number in numbers.reversed() {
                guard case .keySeen(let look)? = try ledger.events(numbered: [number])[number]?.event.entry.happening,
                    let owner = KeyOwner.name(of: key, in: look.evidence)
                else { continue }
                owners[key] = owner
                break
            }
        }
        return owners
    }
}
