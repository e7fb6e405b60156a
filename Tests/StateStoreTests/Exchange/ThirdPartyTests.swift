import Foundation
import MigrationModel
import Testing

@testable import StateStore

/// What the README says about verifying an export without keyshift, done.
struct ThirdPartyTests {
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent()

    /// Runs Python; returns its status and what it printed.
    private func python(_ script: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let python = ProcessInfo.processInfo.environment["KEYSHIFT_PYTHON"] ?? "python3"
        process.arguments = [python, Self.folder.appending(path: script).path] + arguments
        process.standardOutput = output
        process.standardError = output
        try process.run()
        let bytes = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
    }

    private func exported(_ test: TestLedger) throws -> (path: String, head: LedgerHead) {
        let ledger = try test.open(.reading)
        var text = ""
        try ledger.export { text += $0 }
        let path = test.folder + "/ledger.jsonl"
        try Data(text.utf8).write(to: URL(filePath: path))
        return (path, try ledger.head())
    }

    @Test func pythonFollowsTheChain() throws {
        let test = try TestLedger()
        defer { test.remove() }
        try test.fill()
        let (path, head) = try exported(test)
        let run = try python("verify.py", [path])
        #expect(run.output == "\(head)\n")
        #expect(run.status == 0)
        let text = try String(contentsOfFile: path, encoding: .utf8).replacing("All.", with: "Any.")
        try Data(text.utf8).write(to: URL(filePath: path))
        #expect(try python("verify.py", [path]).status != 0)
    }

    /// What the README shows is what was run.
    @Test func readmeHasTheScript() throws {
        let script = try String(contentsOf: Self.folder.appending(path: "verify.py"), encoding: .utf8)
        let readme = Self.folder.appending(path: "../../../README.md").standardizedFileURL
        let start = try #require(script.range(of: "import hashlib")).lowerBound
        #expect(try String(contentsOf: readme, encoding: .utf8).contains("```python\n\(script[start...])```\n"))
    }

    /// The lines of every kind of event are as the schema says, and the schema takes nothing else.
    @Test func linesAreAsTheSchemaSays() throws {
        let test = try TestLedger()
        defer { test.remove() }
        try test.fill()
        let schema = Self.folder.appending(path: "../../../Sources/StateStore/Schemas/ledger-line.v1.schema.json").path
        let run = try python("schema.py", [schema, try exported(test).path])
        #expect(run.output == "")
        #expect(run.status == 0)
    }

    /// Whatever an event can say, the schema knows.
    @Test func schemaKnowsEveryName() throws {
        let schema = Self.folder.appending(path: "../../../Sources/StateStore/Schemas/ledger-line.v1.schema.json")
        let text = try String(contentsOf: schema.standardizedFileURL, encoding: .utf8)
        let names =
            EventKind.allCases.map(\.rawValue) + Verification.allCases.map(\.rawValue)
            + KeyKind.allCases.map(\.rawValue)
            + StepCheck.Result.allCases.map(\.rawValue) + KeySighting.State.allCases.map(\.rawValue)
        #expect(names.filter { !text.contains("\"\($0)\"") } == [])
    }
}
