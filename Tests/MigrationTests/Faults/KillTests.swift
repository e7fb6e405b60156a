import Foundation
import MigrationModel
import Testing

@testable import keyshift

extension Journeys {
    /// `kill -9` at random instants of a whole migration: nothing is lost, nothing is done twice, and it ends as it would have.
    ///
    /// A few here, or as many as `KEYSHIFT_REAL_KILLS` says, of which each takes half a minute; ``KilledRunTests`` has the full
    /// figure on a simulated world. What was hit is printed.
    @Suite(.enabled(if: Bench.isPossible, "needs a Kubernetes API server and moto"))
    struct KillTests {
        private static let kills = ProcessInfo.processInfo.environment["KEYSHIFT_REAL_KILLS"].flatMap { Int($0) } ?? 15
        /// As many as leave something to be killed in one migration.
        private static let most = 120

        @Test(.enabled(if: Journeys.isWhole, "a long journey: set KEYSHIFT_JOURNEYS=all"))
        func survivesKillsAtAnyInstant() async throws {
            var rest = Self.kills
            var hit: [String: Int] = [:]
            while rest > 0 {
                try await Bench.run { bench in
                    let plan = try await bench.planned()
                    try await bench.consent(to: plan)
                    let wanted = min(rest, Self.most)
                    let killed = try await kill(wanted, in: bench, plan, &hit)
                    try await bench.carryOut(plan)
                    try await bench.expectTheEnd(plan)
                    try await expectEachOnce(bench)
                    rest = killed == 0 ? 0 : rest - killed
                }
            }
            let steps = hit.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            print("killed \(Self.kills) times, at \(hit.count) places:\n" + steps.joined(separator: "\n"))
        }

        /// Starts runs and kills them, until enough were killed or nothing is left to do.
        private func kill(
            _ wanted: Int, in bench: Bench, _ plan: Plan, _ hit: inout [String: Int]
        ) async throws -> Int {
            var killed = 0
            var usual = 5.0
            var isIdle = false
            while killed < wanted, try bench.status(plan).standing != .done {
                if isIdle { try await bench.pass(hours: 13) }
                let before = try bench.status(plan).steps.count { $0.standing == .done }
                // As many kills as steps are done, in proportion: every part of the migration has its share.
                let share = Double(before + 1) / Double(plan.steps.count)
                let isSpared = Double(killed) >= Double(wanted) * share
                let instant = Double.random(in: 0...usual * 1.3)
                let start = Date()
                let run = try await bench.migrate("--apply", "ready") { process in
                    guard !isSpared else { return }
                    Thread.detachNewThread {
                        Thread.sleep(forTimeInterval: instant)
                        // It may have ended, and another process may have its number.
                        let words = FileManager.default.contents(atPath: "/proc/\(process)/cmdline") ?? Data()
                        guard words.range(of: Data(bench.clock.utf8)) != nil else { return }
                        Foundation.kill(process, SIGKILL)
                    }
                }
                let isKilled = run.status == 128 + SIGKILL
                if isKilled { killed += 1 } else { usual = (usual + Date().timeIntervalSince(start)) / 2 }
                let ledger = try await bench.keyshift(["ledger", "verify", "plan"])
                try #require(ledger.status == 0, "\(ledger.everything)")
                let status = try bench.status(plan)
                let place = status.steps.first { [.running, .verifying].contains($0.standing) }?.id ?? "between steps"
                if isKilled { hit[place, default: 0] += 1 }
                isIdle = !isKilled && status.steps.count { $0.standing == .done } == before
            }
            return killed
        }

        /// What changes the cloud was done once, however often it was tried.
        private func expectEachOnce(_ bench: Bench) async throws {
            let once: Set<String> = [
                "CreateRole", "CreatePodIdentityAssociation", "DeleteAccessKey", "DeleteUser",
            ]
            let done = try await bench.cloud.requests().filter { once.contains($0.operation) && $0.status == 200 }
            let names = done.map { "\($0.operation) \($0.subject)" }
            #expect(Set(names).count == names.count, "\(names.sorted())")
        }
    }
}
