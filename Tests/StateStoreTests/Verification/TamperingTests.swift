import Foundation
import GRDB
import MigrationModel
import Testing

@testable import StateStore

/// Whatever is done to a ledger behind its back, verification names the first event that is not what it was.
struct TamperingTests {
    /// Every byte of every column of every row, one at a time: flipped in its lowest bit, which keeps ASCII valid text.
    @Test(.timeLimit(.minutes(20))) func everyByteCounts() throws {
        let test = try TestLedger()
        defer { test.remove() }
        try test.fill([0, 1, 2, 5, 13, 14].map { TestLedger.entries[$0] })
        try test.changeUnnoticed { _ in }
        let ledger = try test.open()
        var count = 0
        try ledger.queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA ignore_check_constraints = ON; DROP TRIGGER event_update")
            let rows = try Row.fetchAll(database, sql: "SELECT * FROM event ORDER BY sequence")
            for row in rows {
                for (column, value) in row where !["sequence", "claim"].contains(column) {
                    for index in 0..<(String.fromDatabaseValue(value)?.utf8.count ?? 0) {
                        try database.inTransaction {
                            let fault = try self.fault(ledger, database, row["sequence"], column, index)
                            #expect(
                                fault?.sequence == row["sequence"], "\(column) \(index): \(String(describing: fault))")
                            #expect(fault?.code == .eventChanged, "\(column) \(index): \(String(describing: fault))")
                            return .rollback
                        }
                        count += 1
                    }
                }
            }
        }
        #expect(count > 3000)
        #expect(try ledger.verify().fault?.code == .schemaChanged)
    }

    /// What is found after one byte was changed.
    private func fault(
        _ ledger: Ledger, _ database: Database, _ sequence: Int, _ column: String, _ index: Int
    ) throws -> LedgerFault? {
        let select = "SELECT \"\(column)\" FROM event WHERE sequence = ?"
        var bytes = Array((try String.fetchOne(database, sql: select, arguments: [sequence]) ?? "").utf8)
        bytes[index] ^= 1
        try database.execute(
            sql: "UPDATE event SET \"\(column)\" = ? WHERE sequence = ?",
            arguments: [String(decoding: bytes, as: UTF8.self), sequence])
        var chain = ChainVerification()
        return try ledger.eventFault(database, &chain)
    }

    private func restore(_ test: TestLedger, _ data: Data) throws {
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: test.path + suffix) }
        try data.write(to: URL(filePath: test.path))
    }

    private func fault(_ change: (Database) throws -> Void) throws -> LedgerFault? {
        let test = try TestLedger()
        defer { test.remove() }
        try test.fill()
        try test.changeUnnoticed(change)
        return try test.verdict().fault
    }

    @Test(arguments: [1, 2, 12, 22]) func removedEvent(_ number: Int) throws {
        let found = try fault { try $0.execute(sql: "DELETE FROM event WHERE sequence = \(number)") }
        #expect(found?.code == .eventMissing)
        #expect(found?.sequence == number)
    }

    /// Removing the last one leaves a whole ledger; only who noted the head knows.
    @Test func removedEnd() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let written = try test.fill()
        try test.changeUnnoticed { try $0.execute(sql: "DELETE FROM event WHERE sequence > 20") }
        #expect(try test.verdict().fault == nil)
        #expect(try test.verdict(noted: [written[19].hash, written[4].hash]).fault == nil)
        #expect(try test.verdict(noted: [written[20].hash]).fault?.code == .headUnknown)
    }

    /// Numbers are closed up behind the removed one, in the column only: the texts still have theirs.
    @Test func removedAndRenumbered() throws {
        let found = try fault { database in
            try database.execute(sql: "DELETE FROM event WHERE sequence = 12")
            for number in 13...23 {
                try database.execute(sql: "UPDATE event SET sequence = \(number - 1) WHERE sequence = \(number)")
            }
        }
        #expect(found?.code == .eventMoved)
        #expect(found?.sequence == 12)
    }

    @Test(arguments: ["claim = claim + 1", "step = NULL", "result = 'satisfied'", "kind = 'note'"])
    func changedColumn(_ change: String) throws {
        let found = try fault { try $0.execute(sql: "UPDATE event SET \(change) WHERE sequence = 5") }
        #expect(found?.code == .eventChanged)
        #expect(found?.sequence == 5)
    }

    @Test func swappedEvents() throws {
        let found = try fault { database in
            try database.execute(sql: "UPDATE event SET sequence = 1007 WHERE sequence = 7")
            try database.execute(sql: "UPDATE event SET sequence = 7 WHERE sequence = 8")
            try database.execute(sql: "UPDATE event SET sequence = 8 WHERE sequence = 1007")
        }
        #expect(found?.code == .eventMoved)
        #expect(found?.sequence == 7)
    }

    /// An event says something else, and its hash was taken anew, but not those of its successors.
    @Test func forgedEvent() throws {
        let found = try fault { database in
            let text = try String.fetchOne(database, sql: "SELECT text FROM event WHERE sequence = 6")
            let forged = (text ?? "").replacing("All.", with: "None")
            try database.execute(
                sql: "UPDATE event SET text = ?, hash = ? WHERE sequence = 6",
                arguments: [forged, SHA256Digest.hex(of: forged)])
        }
        #expect(found?.code == .eventReplaced)
        #expect(found?.sequence == 6)
    }

    /// Everything from one event on was written anew, which fits together.
    @Test func forgedEnd() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let written = try test.fill()
        let other = try TestLedger()
        defer { other.remove() }
        var entries = TestLedger.entries
        entries[5] = TestLedger.step(
            .stepVerified(StepCheck(verification: .rolledOut, result: .satisfied, reason: "Really.", evidence: [])))
        try other.fill(entries)
        #expect(try other.verdict().fault == nil)
        #expect(try other.verdict(noted: [written[4].hash]).fault == nil)
        #expect(try other.verdict(noted: [written[22].hash]).fault?.code == .headUnknown)
        #expect(try other.verdict(noted: [written[4].hash, written[5].hash]).fault?.code == .headUnknown)
    }

    /// An event that follows but that no database with its triggers would have taken.
    @Test func eventThatBreaksARule() throws {
        let found = try fault { database in
            let head = try Ledger.head(in: database)
            let event = LedgerEvent(
                sequence: 24, at: TestLedger.minute(99), by: TestLedger.author,
                entry: TestLedger.key(.keyReactivated(KeyChange(deed: .found, evidence: []))), previous: head.hash)
            let text = try EventText.text(of: event)
            try Ledger.insert(sequence: 24, text: text, hash: SHA256Digest.hex(of: text), in: database)
        }
        #expect(found?.code == .ruleBroken)
        #expect(found?.rule == .keyGone)
        #expect(found?.sequence == 24)
    }

    /// A text with the right hash that is not written as keyshift does: with a member that no event has, and in another order.
    @Test(arguments: [",\"version\":1}", ",\"version\":1 }", ",\"version\":1,\"why\":1}", ",\"version\":2}"])
    func textThatIsNotCanonical(_ end: String) throws {
        let found = try fault { database in
            let text = try String.fetchOne(database, sql: "SELECT text FROM event WHERE sequence = 23") ?? ""
            let changed = text.replacing(",\"version\":1}", with: end)
            try database.execute(
                sql: "UPDATE event SET text = ?, hash = ? WHERE sequence = 23",
                arguments: [changed, SHA256Digest.hex(of: changed)])
        }
        #expect(found?.code == (end == ",\"version\":1}" ? nil : .eventInvalid))
    }

    @Test func triggerThatIsGone() throws {
        let test = try TestLedger()
        defer { test.remove() }
        try test.fill()
        try test.tamper { try $0.execute(sql: "DROP TRIGGER event_delete") }
        #expect(try test.verdict().fault?.code == .schemaChanged)
        #expect(try test.verdict().head.sequence == 23)
    }

    @Test func tableThatIsGone() throws {
        let test = try TestLedger()
        defer { test.remove() }
        try test.fill()
        try test.tamper { try $0.execute(sql: "DROP TABLE event") }
        #expect(try test.verdict().fault?.code == .schemaChanged)
    }

    /// Pages of the file overwritten with noise: never a crash, never "whole".
    @Test func damagedFile() throws {
        let test = try TestLedger()
        defer { test.remove() }
        try test.fill()
        let sound = try Data(contentsOf: URL(filePath: test.path))
        var generator = SystemRandomNumberGenerator()
        for page in 1..<sound.count / 4096 {
            var damaged = sound
            for index in page * 4096..<page * 4096 + 4096 {
                damaged[index] = UInt8.random(in: 0...255, using: &generator)
            }
            try restore(test, damaged)
            do {
                #expect(try test.verdict().fault != nil, "page \(page)")
            } catch let problem as LedgerProblem {
                #expect([.damaged, .notALedger, .failed, .broken].contains(problem.code), "page \(page): \(problem)")
            }
        }
    }
}
