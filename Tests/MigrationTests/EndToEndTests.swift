import Foundation
import KubernetesHarness
import MigrationModel
import Testing

@testable import keyshift

extension Journeys {
    /// From the fixture cluster to the last key deleted, with the program as a user runs it, on a real API server and an AWS on loopback.
    ///
    /// All the time every Pod uses the credentials that it has: that not one of these uses failed is what a migration is for.
    @Suite(.enabled(if: Bench.isPossible, "needs a Kubernetes API server and moto"))
    struct EndToEndTests {
        @Test(arguments: Journeys.isWhole ? ["eks-pod-identity", "irsa"] : ["eks-pod-identity"])
        func takesEveryKeyAway(mechanism: String) async throws {
            try await Bench.run(Bench.Shape(mechanism: mechanism)) { bench in
                let watch = SecretWatch(bench.folder)
                let plan = try await bench.planned()
                #expect(Set(plan.keys.map(\.key.id)) == Set(Bench.keys.keys))
                try await bench.consent(to: plan)
                try await bench.carryOut(plan)
                try await bench.expectTheEnd(plan)
                let (found, looks) = watch.stop()
                #expect(found == [])
                #expect(looks > 100)
                #expect(try SecretWatch.files(in: bench.folder) == [])
            }
        }

        @Test(.enabled(if: Journeys.isWhole, "a long journey: set KEYSHIFT_JOURNEYS=all"))
        func waitsForWhatOthersMerge() async throws {
            try await Bench.run(Bench.Shape(isGitOps: true)) { bench in
                let plan = try await bench.planned()
                #expect(plan.steps.contains { $0.actor == .gitOps })
                try await bench.consent(to: plan)
                var merged: Set<String> = []
                try await bench.carryOut(
                    plan,
                    others: { step in
                        guard step.actor == .gitOps, merged.insert(step.id).inserted else { return false }
                        try await bench.merge(step, of: plan)
                        return true
                    })
                try await bench.expectTheEnd(plan)
            }
        }

        @Test(
            .enabled(if: Terraform.isPossible),
            .enabled(if: Journeys.isWhole, "a long journey: set KEYSHIFT_JOURNEYS=all"))
        func comesToTheSameEndWithTerraform() async throws {
            try await Bench.run(Bench.Shape(isTerraform: true)) { bench in
                let plan = try await bench.planned()
                #expect(plan.steps.contains { $0.actor == .terraform })
                try await bench.consent(to: plan)
                let terraform = Terraform(bench: bench)
                var done: Set<String> = []
                try await bench.carryOut(
                    plan,
                    others: { step in
                        guard step.actor == .terraform, done.insert(step.id).inserted else { return false }
                        try await terraform.carryOut(step, of: plan)
                        return true
                    })
                try await bench.expectTheEnd(plan)
            }
        }
    }
}
