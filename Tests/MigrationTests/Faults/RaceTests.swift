import Foundation
import MigrationModel
import Testing

@testable import keyshift

extension Journeys {
    /// Several people who carry out the same steps at the same time: one does it, the others are told who.
    @Suite(.enabled(if: Bench.isPossible, "needs a Kubernetes API server and moto"))
    struct RaceTests {
        @Test func hasOneWinner() async throws {
            try await Bench.run { bench in
                let plan = try await bench.planned()
                try await bench.consent(to: plan)
                let identities = plan.steps.filter { if case .createIdentity = $0.action { true } else { false } }
                for (count, step) in zip([2, 10], identities) {
                    let runs = try await Self.race(count, for: step.id, bench)
                    let requests = try await bench.cloud.requests().filter { $0.operation == "CreateRole" }
                    #expect(requests.count { $0.subject.hasSuffix(step.service.split(separator: "/").last ?? "") } == 1)
                    let losers = runs.filter { $0.1.status != 0 }
                    for (name, run) in losers {
                        #expect(run.status == ProgramStatus.waiting.rawValue, "\(run.everything)")
                        let others = run.errors.matches(of: #/operator-\d+/#).map { String($0.0) }
                        #expect(others.contains { $0 != name }, "\(run.everything)")
                    }
                    #expect(runs.count - losers.count >= 1)
                    #expect(try bench.status(plan).steps.first { $0.id == step.id }?.standing == .done)
                }
                let ledger = try await bench.keyshift(["ledger", "verify", "plan"])
                #expect(ledger.status == 0, "\(ledger.everything)")
            }
        }

        /// Carries a step out several times at once.
        ///
        /// - Returns: who did, and how that ended.
        private static func race(_ count: Int, for step: String, _ bench: Bench) async throws -> [(String, Run)] {
            try await withThrowingTaskGroup(of: (String, Run).self) { group in
                for number in 0..<count {
                    group.addTask {
                        let name = "operator-\(number)"
                        return (name, try await bench.migrate(step, "--apply", "--as", name))
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }
        }
    }
}
