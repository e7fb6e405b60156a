import Foundation
import MigrationModel
import Testing

@testable import StateStore

struct LedgerTests {
    @Test func writesEveryKindAndReadsItBack() throws {
        let test = try TestLedger()
        defer { test.remove() }
        #expect(Set(TestLedger.entries.map(\.happening.kind)) == Set(EventKind.allCases))
        let written = try test.fill()
        let ledger = try test.open(.reading)
        #expect(try ledger.events() == written)
        #expect(written.map(\.event.sequence) == Array(1...written.count))
        #expect(written.map(\.event.previous) == [LedgerEvent.firstPrevious] + written.dropLast().map(\.hash))
        #expect(try ledger.head() == LedgerHead(sequence: written.count, hash: written[written.count - 1].hash))
        #expect(try ledger.verify() == LedgerVerdict(head: try ledger.head(), fault: nil, clockJumps: []))
    }

    /// The index that is folded and the texts say the same.
    @Test func stateComesFromTheIndex() throws {
        let test = try TestLedger()
        defer { test.remove() }
        var expected = LedgerState()
        for event in try test.fill() { try expected.apply(EventHeader(event.event)) }
        let state = try test.open(.reading).state()
        #expect(state == expected)
        #expect(state.keys[TestLedger.key]?.stage == .deleted)
        #expect(state.steps["a"]?.claim?.number == 23)
        #expect(state.overrides == [11])
    }

    @Test func selectsEvents() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let written = try test.fill()
        let ledger = try test.open(.reading)
        #expect(try ledger.events(EventSelection(step: "a")) == written.filter { $0.event.entry.step == "a" })
        #expect(try ledger.events(EventSelection(step: "b")) == [])
        #expect(
            try ledger.events(EventSelection(keyID: TestLedger.key.id)) == written.filter { $0.event.entry.key != nil })
        #expect(try ledger.events(EventSelection(keyID: "AKIA' OR 1=1")) == [])
        #expect(
            try ledger.events(EventSelection(kinds: [.note, .keyDeleted], after: 19)).map(\.event.sequence) == [20])
    }

    @Test func severalEventsAreWrittenTogetherOrNotAtAll() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let ledger = try test.open()
        let entries = [TestLedger.note("one"), TestLedger.key(.keyDeleted(KeyChange(deed: .found, evidence: [])))]
        let problem = #expect(throws: LedgerProblem.self) {
            try ledger.append(entries, by: TestLedger.author, at: TestLedger.minute(1))
        }
        #expect(problem?.code == .refused)
        #expect(problem?.rule == .keyNotDeactivated)
        #expect(try ledger.head().sequence == 0)
    }

    @Test func clockMayGoBack() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let ledger = try test.open()
        for minute in [5, 3, 4] {
            try ledger.append(TestLedger.note("\(minute)"), by: TestLedger.author, at: TestLedger.minute(minute))
        }
        #expect(try ledger.verify().clockJumps == [2])
        #expect(try ledger.events().map(\.event.at) == [5, 3, 4].map(TestLedger.minute))
    }

    @Test func incompleteEntriesAreRefused() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let ledger = try test.open()
        for entry in [
            TestLedger.entry(.claimTaken(ClaimStart(expires: TestLedger.minute(1)))),
            TestLedger.step(.claimTaken(ClaimStart(expires: TestLedger.minute(1))), ""),
            TestLedger.step(.keySeen(KeySighting(state: .active, evidence: []))),
        ] {
            let problem = #expect(throws: LedgerProblem.self) {
                try ledger.append(entry, by: TestLedger.author, at: TestLedger.minute(1))
            }
            #expect(problem?.rule == .subjectMissing)
        }
    }
}
