import Foundation
import Testing

/// What a person and a script see of the program from outside.
struct CommandLineTests {
    private func executable() throws -> Executable {
        try Executable(texts: [
            "keys.json": Dumps.list([Dumps.secret("aws")]), "clean.json": Dumps.clean,
            "torn.json": String(Dumps.list([Dumps.secret("aws")]).prefix(200)),
            "allow.yaml": """
            version: 1
            allow:
            - key: \(Dumps.keyID)
              reason: moved next week
              expires: 2999-01-01

            """,
            "bad-allow.yaml": "version: 1\nallow:\n- key: \(Dumps.keyID)\n  reason: no day\n",
        ])
    }

    @Test(arguments: [
        ("scan clean.json", 0), ("scan keys.json", 1), ("scan clean.json keys.json", 1), ("scan torn.json", 2),
        ("scan torn.json keys.json", 2), ("scan missing.json keys.json", 2), ("scan", 64),
        ("scan -o nothing keys.json", 64), ("scan keys.json -A", 64), ("scan keys.json -n a", 64),
        ("scan -A -n a", 64), ("scan --nonsense", 64), ("nonsense", 64), ("scan --allowlist", 64),
        ("scan --allowlist missing.yaml keys.json", 64), ("scan --allowlist bad-allow.yaml keys.json", 64),
        ("--help", 0), ("scan --help", 0), ("--version", 0),
    ])
    func exits(_ arguments: String, with status: Int32) throws {
        let program = try executable()
        defer { program.remove() }
        let run = try program.shell("$keyshift \(arguments)")
        #expect(run.status == status, "\(run.output)\(run.errors)")
        #expect(run.created == [])
        // A wrong command line says so on standard error; everything else is a result.
        #expect(run.output.isEmpty == (status == 64))
        #expect(run.errors.isEmpty == (status != 64))
    }

    @Test func namesVersionAndCommands() throws {
        let program = try executable()
        defer { program.remove() }
        #expect(try program.run("--version").output == "0.1.0\n")
        #expect(try program.run("--help").output.contains("scan"))
        let help = try program.run("scan", "--help").output
        for word in ["--allowlist", "--output", "sarif", "Exit status", "--context"] { #expect(help.contains(word)) }
    }

    @Test func namesFileLineAndWayOnOfABadAllowlist() throws {
        let program = try executable()
        defer { program.remove() }
        let run = try program.run("scan", "--allowlist", "bad-allow.yaml", "keys.json")
        #expect(run.errors.contains("The allowlist bad-allow.yaml, line 3: "), "\(run.errors)")
    }

    @Test func namesWhatIsWrongWithBothFilesAndACluster() throws {
        let program = try executable()
        defer { program.remove() }
        let errors = try program.run("scan", "keys.json", "-A").errors
        #expect(errors.contains("Read either files or a live cluster, not both: leave out -A, or the files."))
    }

    @Test func allowedKeysAreClean() throws {
        let program = try executable()
        defer { program.remove() }
        let run = try program.run("scan", "--allowlist", "allow.yaml", "keys.json")
        #expect(run.status == 0, "\(run.output)\(run.errors)")
    }

    @Test func readsStandardInput() throws {
        let program = try executable()
        defer { program.remove() }
        let run = try program.run("scan", "-o", "json", "-", input: Array(Dumps.secret("piped").utf8))
        #expect(run.status == 1)
        #expect(try run.report().carriers == ["piped"])
        #expect(try run.report().keys[0].sightings[0].input == "-")
        #expect(try program.shell("cat keys.json | $keyshift scan -").status == 1)
        #expect(try program.run("scan", "-").status == 2, "nothing came")
    }

    @Test func readsSeveralInputs() throws {
        let program = try executable()
        defer { program.remove() }
        let command = "$keyshift scan -o json clean.json - keys.json < keys.json"
        let sightings = try program.shell(command).report().keys.flatMap(\.sightings)
        #expect(Set(sightings.map(\.input)) == ["-", "keys.json"])
    }

    @Test func coloursOnlyATerminal() throws {
        let program = try executable()
        defer { program.remove() }
        #expect(try program.run("scan", "keys.json").output.contains("\u{1b}") == false)
        let terminal = "script -qec '\"$keyshift\" scan keys.json' /dev/null"
        guard try program.shell("command -v script").status == 0 else { return }
        let colours = ["TERM": "xterm"]
        #expect(try program.shell(terminal, environment: colours).output.contains("\u{1b}["))
        for plain in [["TERM": "dumb"], ["TERM": "xterm", "NO_COLOR": "1"]] {
            #expect(try program.shell(terminal, environment: plain).output.contains("\u{1b}[") == false)
        }
    }

    /// Whoever reads the result may go away early.
    @Test(.timeLimit(.minutes(20))) func survivesAClosedPipe() throws {
        let program = try Executable(texts: [
            "many.json": (0..<3000).map { Dumps.secret("secret-\($0)") }.joined(separator: "\n")
        ])
        defer { program.remove() }
        let run = try program.shell("$keyshift scan -o json many.json | head -c 10; echo \" ${PIPESTATUS[0]}\"")
        #expect(run.output.hasPrefix("{"))
        #expect(run.errors == "")
    }

    @Test(arguments: ["json", "jsonl", "sarif", "yaml", "csv", "markdown", "table", "dot", "mermaid"])
    func printsEveryFormat(_ format: String) throws {
        let program = try executable()
        defer { program.remove() }
        let run = try program.run("scan", "-o", format, "keys.json", "torn.json")
        #expect(run.status == 2)
        #expect(run.errors == "")
        #expect(run.output.contains(Dumps.keyID))
        switch format {
        case "json", "sarif":
            #expect(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) is [String: Any])
        case "jsonl":
            for line in run.output.split(separator: "\n") {
                #expect(try JSONSerialization.jsonObject(with: Data(line.utf8)) is [String: Any])
            }
        default: break
        }
    }
}
