import MigrationModel
import Testing

@testable import StateStore

struct ClaimTests {
    private let grace = Author(user: "grace", host: "ops-2", process: 1)

    private func claim(_ ledger: Ledger, by author: Author, at minute: Int, minutes: Int = 10) throws -> ClaimResult {
        try ledger.claim(
            step: "a", plan: TestLedger.plan, for: minutes * 60_000, by: author, at: TestLedger.minute(minute))
    }

    @Test func secondIsToldWhoHasIt() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let ledger = try test.open()
        let held = HeldClaim(
            step: "a", number: 1, holder: TestLedger.author, since: TestLedger.minute(0), expires: TestLedger.minute(10)
        )
        #expect(try claim(ledger, by: TestLedger.author, at: 0) == .taken(held))
        #expect(try claim(ledger, by: grace, at: 9) == .held(held))
        #expect(try claim(ledger, by: TestLedger.author, at: 9) == .held(held))
        #expect(try ledger.claim(of: "a") == held)
        #expect(try ledger.claim(of: "b") == nil)
        #expect(try ledger.head().sequence == 1)
    }

    @Test func releasedIsTakenAgain() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let ledger = try test.open()
        guard case .taken(let first) = try claim(ledger, by: TestLedger.author, at: 0) else {
            return #expect(Bool(false))
        }
        try ledger.release(first, plan: TestLedger.plan, by: TestLedger.author, at: TestLedger.minute(1))
        #expect(try ledger.claim(of: "a") == nil)
        guard case .taken(let second) = try claim(ledger, by: grace, at: 2) else { return #expect(Bool(false)) }
        #expect(second.number == 3)
        #expect(second.former == nil)
        let problem = #expect(throws: LedgerProblem.self) {
            try ledger.release(first, plan: TestLedger.plan, by: TestLedger.author, at: TestLedger.minute(3))
        }
        #expect(problem?.rule == .claimLost)
    }

    @Test func staleIsTakenOverAndItsHolderLearnsOfIt() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let ledger = try test.open()
        guard case .taken(let first) = try claim(ledger, by: TestLedger.author, at: 0) else {
            return #expect(Bool(false))
        }
        let renewed = try ledger.renew(
            first, plan: TestLedger.plan, for: 600_000, by: TestLedger.author, at: TestLedger.minute(5))
        #expect(try claim(ledger, by: grace, at: 14) == .held(renewed))
        // Its time has run out, but nobody has taken it: it still counts.
        let late = TestLedger.step(.stepStarted(StepRun(claim: first.number, deed: .found)))
        try ledger.append(late, by: TestLedger.author, at: TestLedger.minute(15))
        guard case .taken(let second) = try claim(ledger, by: grace, at: 15) else { return #expect(Bool(false)) }
        #expect(second.former == TestLedger.author)
        #expect(try ledger.events(EventSelection(kinds: [.claimTakenOver])).map(\.event.by) == [grace])
        let problem = #expect(throws: LedgerProblem.self) {
            try ledger.append(late, by: TestLedger.author, at: TestLedger.minute(16))
        }
        #expect(problem?.rule == .claimLost)
        #expect(throws: LedgerProblem.self) {
            try ledger.renew(first, plan: TestLedger.plan, for: 1, by: TestLedger.author, at: TestLedger.minute(16))
        }
        #expect(try ledger.verify().fault == nil)
    }
}
