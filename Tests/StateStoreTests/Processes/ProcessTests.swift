import Foundation
import MigrationModel
import Testing

@testable import StateStore

/// Real processes on one ledger, killed and raced.
///
/// `KEYSHIFT_LEDGER_KILLS` sets how often one is killed.
struct ProcessTests {
    private static let program = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
        .appending(path: "LedgerExercise")
    private static let kills = ProcessInfo.processInfo.environment["KEYSHIFT_LEDGER_KILLS"].flatMap(Int.init) ?? 200

    /// A process, and the file that it writes its output to.
    private func start(_ arguments: [String], output: String) throws -> Process {
        try Data().write(to: URL(filePath: output))
        let process = Process()
        process.executableURL = Self.program
        process.arguments = arguments
        process.standardOutput = try FileHandle(forWritingTo: URL(filePath: output))
        try process.run()
        return process
    }

    private func lines(_ path: String) throws -> [[String]] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        // A line without its end was not said.
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map {
            $0.split(separator: " ").map(String.init)
        }
    }

    /// Each process is killed while it writes: what it said it has written is there, once, and the chain holds.
    @Test(.timeLimit(.minutes(20))) func killedAtAnyInstant() throws {
        let test = try TestLedger()
        defer { test.remove() }
        var acknowledged: [String] = []
        var modes: Set<Int> = []
        for round in 0..<Self.kills {
            let output = test.folder + "/output"
            let process = try start(["append", test.path], output: output)
            // One in four at any time, perhaps before it has opened the file; the others once they write.
            for _ in 0..<(round % 4 == 0 ? 0 : 1000) {
                guard try lines(output).isEmpty else { break }
                usleep(10_000)
            }
            usleep(UInt32.random(in: 0..<(round % 4 == 0 ? 100_000 : 20_000)))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            acknowledged += try lines(output).map { $0.joined(separator: " ") }
            for name in ["", "-wal", "-shm"] where FileManager.default.fileExists(atPath: test.path + name) {
                let attributes = try FileManager.default.attributesOfItem(atPath: test.path + name)
                modes.insert((attributes[.posixPermissions] as? Int) ?? 0)
            }
            if round % 20 == 0, round > 0 { #expect(try test.verdict().fault == nil) }
        }
        let ledger = try test.open()
        #expect(try ledger.verify().fault == nil)
        let recorded = try ledger.events()
        #expect(acknowledged.count > Self.kills)
        #expect(Set(acknowledged).count == acknowledged.count)
        #expect(Set(acknowledged).subtracting(recorded.map { "\($0.event.sequence) \($0.hash)" }) == [])
        // At most one event for each kill was written and not said any more.
        #expect(recorded.count - acknowledged.count <= Self.kills)
        let texts = recorded.map(\.event.entry.happening)
        #expect(Set(texts).count == texts.count)
        #expect(modes == [0o600])
    }

    @Test(.timeLimit(.minutes(20)), arguments: [2, 10]) func raceForLeases(_ count: Int) throws {
        let test = try TestLedger()
        defer { test.remove() }
        let steps = 50
        let outputs = (0..<count).map { test.folder + "/output-\($0)" }
        let processes = try outputs.map { try start(["race", test.path, "--steps", "\(steps)"], output: $0) }
        for process in processes {
            process.waitUntilExit()
            #expect(process.terminationStatus == 0)
        }
        let said = try outputs.map(lines)
        #expect(said.map(\.count) == Array(repeating: steps, count: count))
        let winners = said.joined().filter { $0[0] == "taken" }
        #expect(winners.count == steps)
        // Everybody else was told the number and the process of the winner.
        let truth = Dictionary(uniqueKeysWithValues: winners.map { ($0[1], $0[2...]) })
        #expect(truth.count == steps)
        #expect(said.joined().allSatisfy { truth[$0[1]] == $0[2...] })
        let ledger = try test.open()
        #expect(try ledger.verify().fault == nil)
        #expect(try ledger.head().sequence == steps)
    }
}
