import Foundation
import KubernetesHarness
import MigrationModel
import Testing

@testable import keyshift

extension Journeys {
    /// The way back, from every point from which there is one: the cluster and the cloud are as they were, and nobody was without a key.
    @Suite(.enabled(if: Bench.isPossible, "needs a Kubernetes API server and moto"))
    struct RollbackTests {
        @Test(.enabled(if: Journeys.isWhole, "a long journey: set KEYSHIFT_JOURNEYS=all")) func leadsBackToTheStart()
            async throws
        {
            try await Bench.run { bench in
                let start = try await bench.cloud.world()
                let plan = try await bench.planned()
                try await bench.consent(to: plan)
                let before = try await templates(bench)
                // As far as one can go and still go back: keys are inactive, none is deleted.
                try await bench.carryOut(
                    plan,
                    until: { status in
                        let deactivations = plan.steps.filter {
                            if case .deactivateKey = $0.action { true } else { false }
                        }
                        .map(\.id)
                        return deactivations.contains { id in
                            status.steps.contains { $0.id == id && $0.standing == .done }
                        }
                    })
                #expect(try await templates(bench) != before)
                let back = try await bench.migrate("all", "--rollback")
                #expect(back.status == 0, "\(back.everything)")
                #expect(try await templates(bench) == before)
                #expect(try await bench.cloud.world() == start)
                let scan = try await bench.keyshift(["scan", "--context", "admin", "-A", "-o", "json"])
                for key in Bench.keys.keys { #expect(scan.output.contains(key)) }
                let uses = try await bench.cloud.uses()
                #expect(uses.failures.map { "\($0.workload) \($0.source) \($0.error)" } == [])
                let ledger = try await bench.keyshift(["ledger", "verify", "plan"])
                #expect(ledger.status == 0, "\(ledger.everything)")
            }
        }

        /// The Pod templates of all services as the API server has them.
        private func templates(_ bench: Bench) async throws -> String {
            let path = "{range .items[*]}{.kind} {.metadata.name} {.spec.template}{.spec.jobTemplate}{\"\\n\"}{end}"
            return try await bench.server.kubectl([
                "get", "deployments,statefulsets,cronjobs", "-n", "production", "-o", "jsonpath=" + path,
            ])
        }
    }
}
