import Foundation
import GRDB
import MigrationModel
import Testing

@testable import StateStore

struct SchemaHistoryTests {
    private static let fixtures = URL(filePath: #filePath).appending(path: "../../Fixtures").standardizedFileURL

    /// What a later version might add.
    private static let later = SchemaHistory(
        versions: SchemaHistory.released.versions + [["CREATE INDEX event_by_hash ON event (hash)"]])

    private func open(_ test: TestLedger, _ access: Ledger.Access, _ history: SchemaHistory) throws -> Ledger {
        try Ledger(path: test.path, for: access, patience: 1, history: history)
    }

    /// Every released version has a file, which is kept: `ledger-v1.db` and so on.
    @Test func everyVersionIsStillReadAndWritten() throws {
        for version in 1...SchemaHistory.released.latest {
            let test = try TestLedger()
            defer { test.remove() }
            let fixture = Self.fixtures.appending(path: "ledger-v\(version).db")
            try FileManager.default.copyItem(at: fixture, to: URL(filePath: test.path))
            let before = try test.open(.reading)
            #expect(try before.verify().fault == nil)
            #expect(try before.read { try SchemaHistory.released.version(of: $0, file: "") } == version)
            let events = try before.events()
            #expect(events.map(\.event.entry).prefix(23) == TestLedger.entries[...])
            let ledger = try test.open()
            try ledger.append(TestLedger.note("more"), by: TestLedger.author, at: TestLedger.minute(99))
            #expect(
                try ledger.read { try SchemaHistory.released.version(of: $0, file: "") }
                    == SchemaHistory.released.latest)
            #expect(try ledger.verify().fault == nil)
            #expect(try ledger.events().dropLast() == events[...])
        }
    }

    /// With `KEYSHIFT_RECORD` in the environment the file of the last version is written if it is not there, and the test fails.
    @Test func everyVersionHasItsFile() throws {
        let fixture = Self.fixtures.appending(path: "ledger-v\(SchemaHistory.released.latest).db")
        guard !FileManager.default.fileExists(atPath: fixture.path) else { return }
        Issue.record("There is no \(fixture.lastPathComponent).")
        guard ProcessInfo.processInfo.environment["KEYSHIFT_RECORD"] != nil else { return }
        let test = try TestLedger()
        defer { test.remove() }
        try test.fill()
        try FileManager.default.copyItem(at: URL(filePath: test.path), to: fixture)
    }

    @Test func olderIsUpgradedWhenItIsWritten() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let events = try test.fill()
        let reading = try open(test, .reading, Self.later)
        #expect(try reading.verify().fault == nil)
        #expect(try reading.read { try Self.later.version(of: $0, file: "") } == 1)
        let ledger = try open(test, .writing, Self.later)
        #expect(try ledger.read { try Self.later.version(of: $0, file: "") } == 2)
        #expect(try ledger.verify().fault == nil)
        #expect(try ledger.events() == events)
    }

    @Test(arguments: [Ledger.Access.reading, .writing]) func newerIsRefusedByName(_ access: Ledger.Access) throws {
        let test = try TestLedger()
        defer { test.remove() }
        try test.fill()
        try test.tamper { try $0.execute(sql: "PRAGMA user_version = 7") }
        let before = try Data(contentsOf: URL(filePath: test.path))
        let problem = #expect(throws: LedgerProblem.self) { try test.open(access) }
        #expect(problem?.code == .newer)
        #expect(problem?.message == "The ledger was made by a newer keyshift (schema 7; this one knows 1).")
        #expect(try Data(contentsOf: URL(filePath: test.path)) == before)
    }

    @Test func upgradeThatFailsChangesNothing() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let events = try test.fill()
        let broken = SchemaHistory(
            versions: SchemaHistory.released.versions + [["CREATE TABLE other (a) STRICT", "CREATE TABLE event (a)"]])
        #expect(throws: LedgerProblem.self) { try open(test, .writing, broken) }
        #expect(try test.open().events() == events)
        #expect(try test.verdict().fault == nil)
    }
}
