import Foundation
import MigrationModel
import StateStore
import Testing

/// `keyshift ledger` from outside: what it prints, where, and how it exits.
struct LedgerCommandTests {
    private static let author = Author(user: "ada", host: "ops-1", process: 4711)
    private static let key = KeyName(kind: .awsAccessKey, id: "AKIARZPUZDIKKEOANPKG")
    private static func time(_ minute: Int) -> Timestamp {
        Timestamp(milliseconds: 1_795_262_400_000 + minute * 60_000)
    }

    /// A plan's folder with a ledger of a few events, of which one has a hostile text.
    private func program(_ texts: [String] = ["one", "\u{1b}[2J\u{202e}two"]) throws -> (Executable, [RecordedEvent]) {
        let program = try Executable(texts: ["plan/plan.yaml": "version: 1\n"])
        let ledger = try Ledger(path: program.folder + "/plan/.keyshift/ledger.db", for: .writing)
        let evidence = Evidence(source: "aws iam list-access-keys", time: Self.time(0), statement: "It is active.")
        let entries = [
            LedgerEntry(plan: "p", step: "shift/a", .claimTaken(ClaimStart(expires: Self.time(30)))),
            LedgerEntry(plan: "p", key: Self.key, .keySeen(KeySighting(state: .active, evidence: [evidence]))),
        ]
        let notes = texts.map { LedgerEntry(plan: "p", .note(Note(text: $0))) }
        return (
            program,
            try (entries + notes).enumerated().map {
                try ledger.append($1, by: Self.author, at: Self.time($0))
            }
        )
    }

    @Test func verifies() throws {
        let (program, events) = try program()
        defer { program.remove() }
        let run = try program.run("ledger", "verify", "plan")
        let hash = events[3].hash
        #expect(
            run.output == """
                plan/.keyshift/ledger.db: whole, 4 events.
                Head: 4 \(hash)
                Next, after noting it elsewhere: keyshift ledger verify plan --head \(hash)

                """)
        #expect(run.status == 0)
        #expect(run.errors == "")
        #expect(try program.run("ledger", "head", "plan").output == "4 \(hash)\n")
        #expect(try program.run("ledger", "verify", "plan", "--head", hash, "--head", events[1].hash).status == 0)
        let unknown = String(repeating: "0", count: 63) + "1"
        let other = try program.run("ledger", "verify", "plan/", "--head", unknown)
        #expect(other.status == 4)
        #expect(
            other.output.hasPrefix(
                "plan/.keyshift/ledger.db: head-unknown: The noted head \(unknown) is not in the ledger"))
    }

    @Test func namesTheFirstEventThatWasChanged() throws {
        let (program, _) = try program()
        defer { program.remove() }
        let script = """
            import sqlite3, sys
            database = sqlite3.connect("plan/.keyshift/ledger.db")
            database.execute("DROP TRIGGER event_update")
            database.execute("UPDATE event SET text = replace(text, 'active', 'absent'), result = 'absent' WHERE sequence = 2")
            database.commit()
            """
        try Data(script.utf8).write(to: URL(filePath: program.folder + "/change.py"))
        #expect(try program.shell("python3 change.py").status == 0)
        let run = try program.run("ledger", "verify", "plan")
        #expect(run.status == 4)
        #expect(run.output.hasPrefix("plan/.keyshift/ledger.db: event-changed: Event 2 was changed: "))
        #expect(run.output.contains(" Events 1 to 1 fit together.\n"))
        let log = try program.run("ledger", "log", "plan")
        #expect(log.status == 4)
        #expect(log.errors.contains("ledger-broken"))
    }

    @Test func printsWhatHappened() throws {
        let (program, _) = try program()
        defer { program.remove() }
        let run = try program.run("ledger", "log", "plan")
        #expect(
            run.output == """
                1  2026-11-21T12:00:00.000Z  ada@ops-1  shift/a  took the lease until 2026-11-21T12:30:00.000Z
                2  2026-11-21T12:01:00.000Z  ada@ops-1  AKIARZPUZDIKKEOANPKG  seen: active
                    2026-11-21T12:00:00.000Z  aws iam list-access-keys: It is active.
                3  2026-11-21T12:02:00.000Z  ada@ops-1  one
                4  2026-11-21T12:03:00.000Z  ada@ops-1  \\x1b[2J\\u{202e}two

                """)
        #expect(run.status == 0)
        #expect(try program.run("ledger", "log", "plan", "--step", "shift/a").output.hasPrefix("1  "))
        #expect(try program.run("ledger", "log", "plan", "--key", Self.key.id).output.hasPrefix("2  "))
        #expect(try program.run("ledger", "log", "plan", "--step", "shift/b").output == "")
    }

    @Test func movesALedger() throws {
        let (program, events) = try program()
        defer { program.remove() }
        let run = try program.shell(
            """
            set -e
            $keyshift ledger export plan > ledger.jsonl
            head -n 2 ledger.jsonl | $keyshift ledger import other
            $keyshift ledger import other --from ledger.jsonl
            $keyshift ledger export --ledger other/.keyshift/ledger.db | cmp - ledger.jsonl
            """)
        #expect(run.status == 64, "the folder is not there")
        let again = try program.shell(
            "mkdir other && " + """
                { head -n 2 ledger.jsonl | $keyshift ledger import other
                $keyshift ledger import other --from ledger.jsonl
                $keyshift ledger export --ledger other/.keyshift/ledger.db | cmp - ledger.jsonl; }
                """)
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.output.hasSuffix("Imported 2 events; 2 were there already.\nHead: 4 \(events[3].hash)\n"))
        let diverged = try program.shell(
            "sed -i s/ada/eve/ ledger.jsonl; $keyshift ledger import other --from ledger.jsonl")
        #expect(diverged.status == 3)
        #expect(
            diverged.errors.hasPrefix(
                "keyshift: ledger-import-invalid: other/.keyshift/ledger.db: Line 1 cannot be imported"))
    }

    @Test(arguments: [
        ("verify", 64, "ledger-missing"), ("verify plan --head abc", 64, "is no hash"),
        ("head nowhere", 64, "ledger-missing"),
        ("log --ledger plan/plan.yaml", 64, "ledger-not-a-ledger"), ("export --ledger plan", 74, "ledger-unreadable"),
        ("import plan --from missing.jsonl", 64, "missing.jsonl"), ("nonsense", 64, "nonsense"),
    ])
    func saysWhatIsWrong(_ arguments: String, _ status: Int32, _ words: String) throws {
        let (program, _) = try program()
        defer { program.remove() }
        let run = try program.shell("$keyshift ledger \(arguments)")
        #expect(run.status == status, "\(run.errors)")
        #expect(run.errors.contains(words), "\(run.errors)")
        #expect(run.output == "")
    }

    /// A disk that takes no more: the signal that the system sends is ignored, as a supervisor may have it.
    @Test func fullDisk() throws {
        let (program, _) = try program((0..<200).map { "\($0) " + String(repeating: "x", count: 1000) })
        defer { program.remove() }
        let run = try program.shell(
            """
            mkdir other; $keyshift ledger export plan > ledger.jsonl
            (trap '' XFSZ; ulimit -f 100; $keyshift ledger import other --from ledger.jsonl); echo $?
            $keyshift ledger verify other && $keyshift ledger import other --from ledger.jsonl
            """)
        #expect(run.output.hasPrefix("74\nother/.keyshift/ledger.db: whole, 0 events.\n"), "\(run.output)")
        #expect(run.errors.contains("ledger-failed") || run.errors.contains("ledger-disk-full"), "\(run.errors)")
        #expect(run.output.contains("Imported 202 events; 0 were there already.\n"))
    }

    /// A folder on a disk that cannot be written, as somebody sees it who is not root.
    @Test func readOnlyFolder() throws {
        let (program, _) = try program()
        defer { program.remove() }
        let run = try program.shell(
            """
            chmod 755 . plan; chmod 555 plan/.keyshift; chmod 444 plan/.keyshift/ledger.db
            as=; [ $(id -u) != 0 ] || as="setpriv --reuid=65534 --regid=65534 --clear-groups"
            $as $keyshift ledger verify plan; echo $?; $as $keyshift ledger export plan | $as $keyshift ledger import plan; echo $?
            """)
        #expect(run.output.hasPrefix("plan/.keyshift/ledger.db: whole, 4 events.\n"), "\(run.output)\(run.errors)")
        #expect(run.output.hasSuffix("\n0\n74\n"), "\(run.output)\(run.errors)")
    }
}
