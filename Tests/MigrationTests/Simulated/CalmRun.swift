import Foundation
import MigrationModel
import Testing

/// A migration in which nothing goes wrong, step by step, which others are compared with and begun from.
struct CalmRun: Sendable {
    /// One step of it.
    struct Part: Sendable {
        var step: Step
        /// What was so before it.
        var before: SimulatedBench.Stage
        /// How many calls it took.
        var calls: Int
        /// How many seconds it took here.
        var seconds: Double
        /// What was so after it, when everything had had its time.
        var after: SimulatedBench.Stage
        /// What it did to the world, in order.
        var changes: [String]
        /// How often there was each event that must not be doubled, by then.
        var events: [String: Int]
        /// What it came to.
        var picture: WorldPicture { WorldPicture(after.world, after.state) }
    }

    let plan: Plan
    let parts: [Part]
    /// All of it, one behind the other.
    var calls: Int { parts.reduce(0) { $0 + $1.calls } }

    /// The one that all tests of this process share.
    static var shared: CalmRun { get async throws { try await task.value } }
    private static let task = Task { try await CalmRun() }

    private init() async throws {
        // The folder stays until the tests end: stages are begun from it.
        let bench = try SimulatedBench.lasting()
        plan = try await bench.planned()
        var parts: [Part] = []
        _ = bench.door.takeChanges()
        for step in plan.steps where step.actor == .keyshift {
            try await bench.await(step.id, of: plan)
            let before = try bench.stage()
            let start = Date()
            let run = try await bench.migrate(step.id, "--apply")
            let (calls, seconds) = (bench.door.calls, Date().timeIntervalSince(start))
            // Not everything that proves a step may be there at once.
            if run.status != 0 { try await bench.finish(step.id, of: plan) }
            bench.pass(seconds: SimulatedBench.rest)
            parts.append(
                Part(
                    step: step, before: before, calls: calls, seconds: seconds, after: try bench.stage(),
                    changes: bench.door.takeChanges(), events: try LedgerWatch.counts(bench.ledger)))
        }
        self.parts = parts
    }
}
