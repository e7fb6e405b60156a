import Foundation
import GRDB
import Glibc
import MigrationModel
import Testing

@testable import StateStore

/// Files that are not there, not ours, in use, or cannot be written: each a clear problem, and nothing lost.
struct OpeningTests {
    private func problem(_ test: TestLedger, _ access: Ledger.Access, patience: Double = 0.2) -> LedgerProblem.Code? {
        do throws(LedgerProblem) {
            _ = try test.open(access, patience: patience)
            return nil
        } catch {
            return error.code
        }
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test func madeForItsOwnerAlone() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let before = umask(0)
        defer { umask(before) }
        let path = test.folder + "/.keyshift/ledger.db"
        let ledger = try Ledger(path: path, for: .writing)
        try ledger.append(TestLedger.note("one"), by: TestLedger.author, at: TestLedger.minute(1))
        #expect(try ["", "-wal", "-shm"].map { try mode(path + $0) } == [0o600, 0o600, 0o600])
        #expect(try mode(test.folder + "/.keyshift") == 0o700)
    }

    @Test func takenBackFromOthers() throws {
        let test = try TestLedger()
        defer { test.remove() }
        try test.fill()
        try FileManager.default.setAttributes([.posixPermissions: 0o666], ofItemAtPath: test.path)
        #expect(try test.verdict().fault == nil)
        #expect(try mode(test.path) == 0o666)
        _ = try test.open()
        #expect(try mode(test.path) == 0o600)
    }

    @Test func missingFileAndFolder() throws {
        let test = try TestLedger()
        defer { test.remove() }
        #expect(problem(test, .reading) == .missing)
        #expect(!FileManager.default.fileExists(atPath: test.path))
        #expect(throws: LedgerProblem.self) { try Ledger(path: test.folder + "/a/b/ledger.db", for: .writing) }
        try FileManager.default.createDirectory(atPath: test.path, withIntermediateDirectories: true)
        #expect(problem(test, .reading) == .unreadable)
        #expect(problem(test, .writing) == .unreadable)
    }

    /// Somebody was stopped right after the file was made.
    @Test func emptyFileIsAnEmptyLedger() throws {
        let test = try TestLedger()
        defer { test.remove() }
        try Data().write(to: URL(filePath: test.path))
        let ledger = try test.open(.reading)
        #expect(try ledger.head() == Ledger.emptyHead)
        #expect(try ledger.events() == [])
        #expect(try ledger.state() == LedgerState())
        #expect(try ledger.verify().fault == nil)
        #expect(try test.fill().count == 23)
    }

    @Test func otherFilesAreLeftAsTheyAre() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let other = Data(
            "this is no database, but long enough to be looked at as one: \(String(repeating: "x", count: 5000))".utf8)
        try other.write(to: URL(filePath: test.path))
        #expect(problem(test, .reading) == .notALedger)
        #expect(problem(test, .writing) == .notALedger)
        #expect(try Data(contentsOf: URL(filePath: test.path)) == other)
        try FileManager.default.removeItem(atPath: test.path)
        try test.tamper { try $0.execute(sql: "CREATE TABLE event (a)") }
        let database = try Data(contentsOf: URL(filePath: test.path))
        #expect(problem(test, .reading) == .notALedger)
        #expect(problem(test, .writing) == .notALedger)
        #expect(try Data(contentsOf: URL(filePath: test.path)) == database)
    }

    @Test func namesOfFilesAreOnlyNames() throws {
        let test = try TestLedger()
        defer { test.remove() }
        for name in ["file:x?mode=memory&cache=shared", "a b#c%41?.db", "-x", "é\u{202e}.db"] {
            let path = test.folder + "/" + name
            try Ledger(path: path, for: .writing).append(
                TestLedger.note("x"), by: TestLedger.author, at: TestLedger.minute(1))
            #expect(FileManager.default.fileExists(atPath: path))
            #expect(try Ledger(path: path, for: .reading).head().sequence == 1)
        }
        #expect(LedgerFile(path: "file:x").databasePath == "./file:x")
        #expect(LedgerFile(path: "/a b?#%\u{e9}").immutableURI == "file:/a%20b%3f%23%25%c3%a9?immutable=1")
    }

    @Test func lockedIsWaitedForAndThenSaid() throws {
        let test = try TestLedger()
        defer { test.remove() }
        try test.fill()
        let ledger = try test.open(.writing, patience: 0.2)
        let other = try DatabaseQueue(path: test.path)
        try other.writeWithoutTransaction { database in
            try database.inTransaction(.immediate) {
                let problem = #expect(throws: LedgerProblem.self) {
                    try ledger.append(TestLedger.note("x"), by: TestLedger.author, at: TestLedger.minute(99))
                }
                #expect(problem?.code == .locked)
                // Who only looks does not wait.
                #expect(throws: Never.self) { try ledger.state() }
                return .rollback
            }
        }
        try ledger.append(TestLedger.note("x"), by: TestLedger.author, at: TestLedger.minute(99))
        #expect(try ledger.verify().head.sequence == 24)
    }

    @Test func fullDiskLosesNothing() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let ledger = try test.open()
        try ledger.write { database in
            let pages = try Int.fetchOne(database, sql: "PRAGMA page_count") ?? 0
            try database.execute(sql: "PRAGMA max_page_count = \(pages + 20)")
        }
        var written: [RecordedEvent] = []
        var problem: LedgerProblem?
        while problem == nil, written.count < 10_000 {
            do throws(LedgerProblem) {
                let text = String(repeating: "x", count: 500)
                written.append(
                    try ledger.append(TestLedger.note(text), by: TestLedger.author, at: TestLedger.minute(1)))
            } catch {
                problem = error
            }
        }
        #expect(problem?.code == .full)
        #expect(written.count > 10)
        #expect(try ledger.events() == written)
        #expect(try ledger.verify().fault == nil)
        try ledger.write { try $0.execute(sql: "PRAGMA max_page_count = 1000000") }
        try ledger.append(TestLedger.note("room"), by: TestLedger.author, at: TestLedger.minute(1))
        #expect(try ledger.verify().head.sequence == written.count + 1)
    }

    /// Copied while a process has it open: with its log it is whole; without, it ends earlier, which a noted head shows.
    @Test func copyOfALedgerInUse() throws {
        let test = try TestLedger()
        defer { test.remove() }
        try test.fill(Array(TestLedger.entries.prefix(3)))
        let ledger = try test.open()
        let last = try ledger.append(TestLedger.note("in the log"), by: TestLedger.author, at: TestLedger.minute(9))
        let copy = try TestLedger()
        defer { copy.remove() }
        try FileManager.default.copyItem(atPath: test.path, toPath: copy.path)
        #expect(try copy.verdict().head.sequence == 3)
        #expect(try copy.verdict(noted: [last.hash]).fault?.code == .headUnknown)
        // Reading has made an empty log.
        try? FileManager.default.removeItem(atPath: copy.path + "-wal")
        try FileManager.default.copyItem(atPath: test.path + "-wal", toPath: copy.path + "-wal")
        #expect(try copy.verdict(noted: [last.hash]) == ledger.verify(noted: [last.hash]))
        #expect(try copy.verdict().head.sequence == 4)
    }

    @Test func errorsOfSQLiteHaveNames() {
        let codes: KeyValuePairs<ResultCode, LedgerProblem.Code> = [
            .SQLITE_FULL: .full, .SQLITE_READONLY: .readOnly, .SQLITE_BUSY: .locked, .SQLITE_LOCKED: .locked,
            .SQLITE_NOTADB: .notALedger, .SQLITE_CORRUPT: .damaged, .SQLITE_CANTOPEN: .unreadable,
            .SQLITE_PERM: .unreadable, .SQLITE_IOERR: .failed, .SQLITE_CONSTRAINT: .refused,
        ]
        for (result, code) in codes {
            let problem = LedgerProblem.describing(DatabaseError(resultCode: result, message: "said"), file: "f")
            #expect(problem.code == code)
            #expect(problem.file == "f")
        }
    }
}
