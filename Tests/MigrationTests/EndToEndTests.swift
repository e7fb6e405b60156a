import Foundation
import KubernetesHarness
import MigrationModel
import Testing

@testable import keyshift

/// From the fixture cluster to the last key deleted, with the program as a user runs it, on a real API server and an AWS on loopback.
///
/// All the time every Pod uses the credentials that it has: that not one of these uses failed is what a migration is for.
@Suite(.serialized, .enabled(if: Bench.isPossible, "needs a Kubernetes API server and moto"))
struct EndToEndTests {
    @Test(arguments: ["eks-pod-identity", "irsa"])
    func takesEveryKeyAway(mechanism: String) async throws {
        let bench = try await Bench(Bench.Shape(mechanism: mechanism))
        let plan = try await bench.planned()
        #expect(Set(plan.keys.map(\.key.id)) == Set(Bench.keys.keys))
        try await bench.consent(to: plan)
        try await bench.carryOut(plan)
        try await bench.expectTheEnd(plan)
        await bench.stop()
    }

    @Test func waitsForWhatOthersMerge() async throws {
        let bench = try await Bench(Bench.Shape(isGitOps: true))
        let plan = try await bench.planned()
        #expect(plan.steps.contains { $0.actor == .gitOps })
        try await bench.consent(to: plan)
        try await bench.carryOut(plan, others: { step in try await bench.merge(step, of: plan) })
        try await bench.expectTheEnd(plan)
        await bench.stop()
    }
}
