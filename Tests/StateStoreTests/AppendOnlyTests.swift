import GRDB
import MigrationModel
import Testing

@testable import StateStore

/// The file refuses what must not happen, whoever asks and in whatever way.
struct AppendOnlyTests {
    /// A row again, under another number.
    private static func row(_ original: Int, as number: Int? = nil) -> String {
        "SELECT \(number ?? original), at, kind, adopts, step, \"key\", verification, result, claim, bound, hash, text"
            + " FROM event WHERE sequence = \(original)"
    }

    @Test(arguments: [
        "UPDATE event SET text = text",
        "UPDATE event SET hash = replace(hash, 'a', 'b') WHERE sequence = 3",
        "UPDATE event SET sequence = 99 WHERE sequence = 3",
        "UPDATE event SET rowid = 99 WHERE rowid = 3",
        "UPDATE OR REPLACE event SET sequence = 4 WHERE sequence = 3",
        "UPDATE OR IGNORE event SET sequence = 4 WHERE sequence = 3",
        "DELETE FROM event",
        "DELETE FROM event WHERE sequence = 23",
        "INSERT INTO event \(row(3))",
        "REPLACE INTO event \(row(3))",
        "INSERT OR REPLACE INTO event \(row(3))",
        "INSERT OR REPLACE INTO event \(row(3, as: 24))",
        "INSERT OR REPLACE INTO event \(row(19, as: 24))",
        "INSERT OR REPLACE INTO event \(row(1, as: 24))",
        "INSERT INTO event \(row(3)) ON CONFLICT DO UPDATE SET hash = hash",
        "INSERT INTO event \(row(23, as: 25))",
        "INSERT OR REPLACE INTO event (sequence, hash, text) VALUES (3, printf('%064d', 0), '{}')",
        "INSERT OR REPLACE INTO event (sequence, hash, text) VALUES (NULL, printf('%064d', 0), '{}')",
    ])
    func refuses(_ statement: String) throws {
        let test = try TestLedger()
        defer { test.remove() }
        let written = try test.fill()
        #expect(throws: DatabaseError.self) { try test.tamper { try $0.execute(sql: statement) } }
        #expect(try test.open(.reading).events() == written)
        #expect(try test.verdict().fault == nil)
    }

    /// What would follow on the last event except for one thing, which the test changes.
    private func insert(_ test: TestLedger, _ change: (inout LedgerEvent) -> Void) throws {
        let head = try test.open(.reading).head()
        var event = LedgerEvent(
            sequence: head.sequence + 1, at: TestLedger.minute(99), by: TestLedger.author,
            entry: TestLedger.note("forged"), previous: head.hash)
        change(&event)
        let text = try EventText.text(of: event)
        try test.tamper {
            try Ledger.insert(sequence: event.sequence, text: text, hash: SHA256Digest.hex(of: text), in: $0)
        }
    }

    @Test func acceptsOnlyWhatFollows() throws {
        let test = try TestLedger()
        defer { test.remove() }
        try test.fill()
        #expect(throws: DatabaseError.self) { try insert(test) { $0.previous = TestLedger.plan } }
        #expect(throws: DatabaseError.self) { try insert(test) { $0.sequence += 1 } }
        #expect(throws: DatabaseError.self) { try insert(test) { $0.sequence = 1 } }
        #expect(throws: DatabaseError.self) {
            try insert(test) { $0.entry = TestLedger.key(.keyDeleted(KeyChange(deed: .found, evidence: []))) }
        }
        #expect(throws: DatabaseError.self) {
            try insert(test) { $0.entry = TestLedger.entry(.planAdopted(PlanAdoption(steps: []))) }
        }
        try insert(test) { _ in }
        #expect(try test.verdict().head.sequence == 24)
    }

    @Test func settingsAreSafe() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let ledger = try test.open()
        let settings = try ledger.read { database in
            try ["journal_mode", "synchronous", "foreign_keys", "application_id", "user_version", "recursive_triggers"]
                .map {
                    try String.fetchOne(database, sql: "PRAGMA \($0)")
                }
        }
        #expect(settings == ["wal", "2", "1", "\(0x6B79_6C73)", "1", "1"])
        let strict = try ledger.read {
            try Int.fetchOne($0, sql: "SELECT strict FROM pragma_table_list WHERE name = 'event'")
        }
        #expect(strict == 1)
    }

    /// Folding 100,000 events must not read their texts.
    @Test func foldingReadsTheIndexOnly() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let plan = try test.open().read { database in
            try Row.fetchAll(database, sql: "EXPLAIN QUERY PLAN \(Ledger.fold)").map { $0["detail"] as String }
        }
        #expect(plan == ["SCAN event USING COVERING INDEX event_fold"])
    }
}
