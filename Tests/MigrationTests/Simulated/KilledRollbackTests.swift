import Foundation
import MigrationModel
import Testing

@testable import keyshift

extension Journeys {
    /// `kill -9` at random instants of the way back in a simulated world, of one service and of everything: it ends where it would have.
    ///
    /// `KEYSHIFT_KILLS=1000` is a hundred kills here; a few by default.
    struct KilledRollbackTests {
        private static let kills = ProcessInfo.processInfo.environment["KEYSHIFT_KILLS"].flatMap { Int($0) } ?? 30
        /// How often one way back is killed.
        private static let most = 10

        @Test(arguments: ["all", "order-api"] + (kills < 1000 ? [] : ["invoice-exporter", "report"]))
        func endsAllTheSame(_ name: String)
            async throws
        {
            let calm = try await CalmRun.shared
            // As far as one can go and still go back: keys are inactive, none is deleted.
            let stage = try #require(calm.parts.first { $0.step.isPointOfNoReturn }).before
            var rest = max(2, Self.kills / 40)
            try await SimulatedBench.run(from: stage) { bench in
                let start = Date()
                let back = try await bench.migrate(name, "--rollback")
                try #require(back.status == 0, "\(back.everything)")
                let (calls, seconds) = (bench.door.calls, Date().timeIntervalSince(start))
                let end = try bench.picture()
                let (changes, events) = (bench.door.takeChanges(), try LedgerWatch.counts(bench.ledger))
                #expect(changes.count > 2)
                while rest > 0 {
                    try bench.set(stage)
                    let killed = try await kill(min(rest, Self.most), name, calls, seconds, bench)
                    rest -= max(1, killed)
                    let difference = try bench.picture().difference(from: end)
                    #expect(difference == [], "\(name)")
                    #expect(Set(bench.door.takeChanges()) == Set(changes), "\(name)")
                    #expect(try LedgerWatch.counts(bench.ledger) == events, "\(name)")
                }
            }
        }

        private func kill(
            _ wanted: Int, _ name: String, _ calls: Int, _ seconds: Double, _ bench: SimulatedBench
        ) async throws -> Int {
            let watch = LedgerWatch(bench)
            var killed = 0
            for _ in 0..<wanted {
                // Not as far as the end, so that something is left to be killed.
                let killer = Killer(calls: max(1, calls / 2), seconds: seconds / 2) { watch.note() }
                let run = try await bench.migrate(
                    name, "--rollback", interference: killer.interference, started: killer.started)
                let what = "\(name), killed \(killer.moment.rawValue)"
                try watch.expectWhole(what)
                if run.status == 128 + SIGKILL { killed += 1 }
                bench.pass(seconds: 130)
                killer.release()
                try await bench.settle()
            }
            let run = try await bench.migrate(name, "--rollback")
            #expect(run.status == 0, "\(name): \(run.everything)")
            try watch.expectWhole(name)
            return killed
        }
    }
}
