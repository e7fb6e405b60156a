import MigrationModel
import Testing

@testable import Soundness

/// The cones of services against a search of the whole plan that leaves nothing out.
struct WholeSearchTests {
    private static let services: Set<String> = [
        "prod-eu/production/Deployment/order-api", "prod-eu/production/Deployment/payment-processor",
    ]

    /// The plan of two services that share a key.
    private func pair() throws -> ProvenPlan { try ProvenPlan("shared-key").restricted(to: Self.services) }

    @Test func aGoodPlanIsGoodBothWays() throws {
        let pair = try pair()
        #expect(pair.prove().violations.isEmpty)
        #expect(pair.searchWhole() == [])
        #expect(pair.world.workloads.count == 2)
    }

    /// Thousands of plans with one thing left out or put elsewhere: what the search of the whole plan finds is found by the cones,
    /// and what the cones find is in the whole plan.
    @Test func findsInBrokenPlansWhatTheWholeSearchFinds() throws {
        var random = Mutator(seed: 20_261_121)
        let pair = try pair()
        var caught = 0
        var harmless = 0
        for _ in 0..<Mutator.runs {
            let (mutant, what) = random.mutant(of: pair)
            let found = Set(mutant.prove().violations.map(\.service)).subtracting([""])
            let expected = mutant.searchWhole()
            #expect(found.isSuperset(of: expected), "\(what): \(expected) was not found")
            #expect(expected.isSuperset(of: found), "\(what): \(found) is a false alarm")
            if found.isEmpty { harmless += 1 } else { caught += 1 }
        }
        #expect(caught > 0)
        #expect(harmless > 0)
    }
}

extension ProvenPlan {
    /// The services for which a search of the whole plan finds something, without any reduction.
    func searchWhole() -> Set<String> {
        let graph = PlanGraph(plan, world)
        return Set(
            world.workloads.compactMap { workload -> String? in
                var builder = ModelBuilder(graph, Cone(ofAll: graph, lookingAt: workload))
                guard let model = builder.model() else { return "too entangled" }
                let proof = ModelProof(model, limit: 2_000_000)
                guard proof.isWhole else { return "too many states" }
                return proof.findings.isEmpty ? nil : workload.service
            })
    }
}
