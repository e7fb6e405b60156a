import GRDB
import MigrationModel
import Testing

@testable import StateStore

/// Events at random: the database takes those that the fold takes, and what it folds to is what a plain model says.
struct RuleTests {
    /// A generator that gives the same numbers for the same seed (SplitMix64).
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    /// The rules once more, as plainly as can be: from the list of all events, without any state.
    private struct Model {
        var events: [LedgerEvent] = []

        func lease(of step: String?) -> (number: Int, expires: Timestamp)? {
            var lease: (number: Int, expires: Timestamp)?
            for event in events where event.entry.step == step {
                switch event.entry.happening {
                case .claimTaken(let detail): lease = (event.sequence, detail.expires)
                case .claimTakenOver(let detail): lease = (event.sequence, detail.expires)
                case .claimRenewed(let detail): lease?.expires = detail.expires
                case .claimReleased: lease = nil
                default: break
                }
            }
            return lease
        }

        func allows(_ event: LedgerEvent) -> Bool {
            let kinds = events.filter { $0.entry.key == event.entry.key }.map(\.entry.happening.kind)
            let isInactive = kinds.last { [.keyDeactivated, .keyReactivated].contains($0) } == .keyDeactivated
            let isDeleted = kinds.contains(.keyDeleted)
            let isAdopted = events.contains { $0.entry.happening.kind == .planAdopted }
            let lease = lease(of: event.entry.step)
            return switch event.entry.happening {
            case .planAdopted: !isAdopted
            case .planRevised: isAdopted
            case .claimTaken: lease == nil
            case .claimTakenOver(let detail):
                lease.map { $0.number == detail.formerClaim && event.at >= $0.expires } ?? false
            case .claimRenewed(let detail): lease?.number == detail.claim
            case .claimReleased(let detail): lease?.number == detail.claim
            case .stepStarted(let run), .stepApplied(let run), .stepRolledBack(let run): lease?.number == run.claim
            case .stepFailed(let failure): lease?.number == failure.claim
            case .keyDeactivated: !isDeleted
            case .keyReactivated, .keyDeleted: !isDeleted && isInactive
            default: true
            }
        }
    }

    private func entry(_ events: [LedgerEvent], _ now: Timestamp, _ numbers: inout Numbers) -> LedgerEntry {
        let step = ["a", "b"].randomElement(using: &numbers) ?? ""
        let lease = Model(events: events).lease(of: step)?.number ?? 1
        let claim = Int.random(in: 0..<8, using: &numbers) == 0 ? Int.random(in: 1...9, using: &numbers) : lease
        let expires = now.adding(milliseconds: Int.random(in: 0..<300_000, using: &numbers))
        let run = StepRun(claim: claim, deed: .found)
        let change = KeyChange(deed: .found, evidence: [])
        let result = StepCheck.Result.allCases.randomElement(using: &numbers) ?? .satisfied
        let verification = [Verification.rolledOut, .injected].randomElement(using: &numbers) ?? .injected
        let happenings: [Happening] = [
            .planAdopted(PlanAdoption(steps: [])), .planRevised(PlanRevision(former: "", steps: [], stranded: [])),
            .claimTaken(ClaimStart(expires: expires)),
            .claimTakenOver(ClaimTakeover(formerClaim: claim, expires: expires)),
            .claimTaken(ClaimStart(expires: expires)),
            .claimTakenOver(ClaimTakeover(formerClaim: claim, expires: expires)),
            .claimRenewed(ClaimRenewal(claim: claim, expires: expires)), .claimReleased(ClaimEnd(claim: claim)),
            .stepStarted(run), .stepApplied(run), .stepRolledBack(run),
            .stepFailed(StepFailure(claim: claim, deed: .found, code: "", reason: "")),
            .stepVerified(StepCheck(verification: verification, result: result, reason: "", evidence: [])),
            .stepRegressed(StepRegression(verification: verification, reason: "", evidence: [])),
            .keySeen(KeySighting(state: .active, evidence: [])), .keyQuietSince(KeyQuiet(since: now, evidence: [])),
            .keyDeactivated(change), .keyReactivated(change), .keyDeleted(change), .note(Note(text: "")),
        ]
        let happening = happenings.randomElement(using: &numbers) ?? .note(Note(text: ""))
        let key = KeyName(kind: .awsAccessKey, id: "AKIA" + (["X", "Y"].randomElement(using: &numbers) ?? ""))
        return LedgerEntry(
            plan: "p", step: happening.kind.needsStep ? step : nil, key: happening.kind.needsKey ? key : nil, happening)
    }

    @Test(arguments: 1...12) func databaseFoldAndModelAgree(_ seed: UInt64) throws {
        let test = try TestLedger()
        defer { test.remove() }
        let ledger = try test.open()
        var numbers = Numbers(state: seed)
        var (model, state) = (Model(), LedgerState())
        var refused = 0
        for number in 1...250 {
            let now = TestLedger.minute(number + (number % 17 == 0 ? -5 : 0))
            let entry = entry(model.events, now, &numbers)
            let event = LedgerEvent(
                sequence: model.events.count + 1, at: now, by: TestLedger.author, entry: entry,
                previous: try ledger.head().hash)
            let isAllowed = model.allows(event)
            refused += isAllowed ? 0 : 1
            if isAllowed {
                try state.apply(EventHeader(event))
                #expect(try ledger.append(entry, by: TestLedger.author, at: now).event == event)
                model.events.append(event)
            } else {
                let rule = #expect(throws: LedgerRule.self) { try state.apply(EventHeader(event)) }
                let problem = #expect(throws: LedgerProblem.self) {
                    try ledger.append(entry, by: TestLedger.author, at: now)
                }
                #expect(problem?.rule == rule, "\(entry)")
            }
        }
        #expect(refused > 30 && model.events.count > 60)
        #expect(try ledger.state() == state)
        #expect(try ledger.verify().fault == nil)
    }
}
