import Foundation
import MigrationModel
import Testing

@testable import keyshift

extension Journeys {
    /// A ledger that cannot be written, or that somebody copies while it is: the world is left alone, or nobody notices.
    struct ReadOnlyTests {
        @Test(arguments: ["plan/.keyshift/ledger.db", "plan/.keyshift"]) func changesNothing(_ name: String)
            async throws
        {
            let calm = try await CalmRun.shared
            let part = try #require(calm.parts.first)
            try await SimulatedBench.run(from: part.before) { bench in
                let place = bench.folder.appending(path: name).path
                // Nobody forbids anything to root: somebody else has the file then, and runs the program.
                let stranger = geteuid() == 0 ? ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"] : []
                if !stranger.isEmpty { try await bench.giveAway("plan/.keyshift") }
                let modes = name.hasSuffix(".db") ? (0o400, 0o600) : (0o500, 0o700)
                try FileManager.default.setAttributes([.posixPermissions: modes.0], ofItemAtPath: place)
                bench.door.begin()
                let words = Bench.migration(bench.time.file, [part.step.id, "--apply"])
                let run = try await bench.run(stranger + [Bench.program] + words)
                #expect(run.status == ProgramStatus.inputOutput.rawValue, "\(run.everything)")
                #expect(run.errors.contains("ledger.db"), "\(run.everything)")
                #expect(bench.door.takeChanges() == [])
                try FileManager.default.setAttributes([.posixPermissions: modes.1], ofItemAtPath: place)
                try await bench.finish(part.step.id, of: calm.plan)
                #expect(try bench.picture().difference(from: part.picture) == [])
            }
        }

        @Test func isNotDisturbedByWhoCopies() async throws {
            let calm = try await CalmRun.shared
            let part = try #require(calm.parts.max { $0.calls < $1.calls })
            try await SimulatedBench.run(from: part.before) { bench in
                async let running = bench.migrate(part.step.id, "--apply")
                var copies: [String] = []
                for number in 0..<20 {
                    let copy = bench.folder.appending(path: "copy-\(number).db").path
                    try FileManager.default.copyItem(atPath: bench.ledger, toPath: copy)
                    copies.append(copy)
                    try await Task.sleep(for: .milliseconds(10))
                }
                let run = try await running
                #expect(run.status == 0, "\(run.everything)")
                #expect(try bench.picture().difference(from: part.picture) == [])
                for path in copies {
                    // Without its log it is the ledger of some moments ago.
                    let ledger = try await bench.keyshift(["ledger", "verify", "--ledger", path])
                    #expect(ledger.status == 0, "\(ledger.everything)")
                }
            }
        }
    }
}
