import MigrationModel
import Testing

@testable import Soundness

/// The cones of services against a search by brute force of the whole plan, which leaves out nothing of it.
struct WholeSearchTests {
    private static let services: Set<String> = [
        "prod-eu/production/Deployment/order-api", "prod-eu/production/Deployment/payment-processor",
    ]

    /// The plan of two services that share a key.
    private func pair() throws -> ProvenPlan { try ProvenPlan("shared-key").restricted(to: Self.services) }

    @Test func aGoodPlanIsGoodBothWays() throws {
        let pair = try pair()
        #expect(pair.prove().violations.isEmpty)
        #expect(MutatedPlan(pair).searchWhole() == [])
        #expect(pair.world.workloads.count == 2)
    }

    /// By brute force as well, where the whole plan is small enough for it.
    @Test func aSmallPlanIsGoodByBruteForce() throws {
        var force = BruteForce(isWhole: true)
        #expect(try force.suffering(of: MutatedPlan(ProvenPlan("gke"))) == [:])
        #expect(force.states > 1000)
    }

    /// Plans with one thing broken, a few in each run; `KEYSHIFT_MUTANTS=2000` tries as many.
    ///
    /// Whoever suffers in the search of the whole plan suffers in its cone, and the other way round. Only that a plan gets stuck, or that
    /// an undo leaves something behind, is told of the service whose steps do so, where the whole search tells it of others as well.
    @Test func findsInBrokenPlansWhatTheWholeSearchFinds() throws {
        var random = RandomNumbers(seed: 20_261_121)
        let pair = try pair()
        var known: [Model: ModelProof] = [:]
        var caught = 0
        let count = MutationTests.asked ?? 6
        for mutation in Mutation.all(of: pair).shuffled(using: &random).prefix(count) {
            var mutant = MutatedPlan(pair)
            mutation.apply(to: &mutant)
            let found = Set(mutant.prove(&known).violations.map { Suffering($0.service, $0.property) })
            let expected = mutant.searchWhole()
            #expect(
                found.isEmpty == expected.isEmpty || found.allSatisfy(\.isOfThePlan),
                "\(mutation): \(found), \(expected)")
            let one = found.filter { !$0.isOfThePlan }
            let other = expected.filter { !$0.isOfThePlan && $0.property != .undoable }
            #expect(
                Set(found.map(\.service)).isSuperset(of: other.map(\.service)), "\(mutation): \(other) was not found")
            #expect(
                Set(expected.map(\.service)).isSuperset(of: one.map(\.service)), "\(mutation): \(one) is a false alarm")
            if !found.isEmpty { caught += 1 }
        }
        #expect(caught > 0)
        #expect(caught < count)
    }
}

/// Who suffers of what.
struct Suffering: Hashable {
    var service: String
    var property: SoundnessProperty

    init(_ service: String, _ property: SoundnessProperty) {
        self.service = service
        self.property = property
    }

    /// Whether it is a rule for the plan as a whole, or told of a service that gets stuck.
    var isOfThePlan: Bool { service.isEmpty || [.reachable, .contained, .final].contains(property) }
}

extension MutatedPlan {
    /// What a search of the whole plan finds, without any reduction.
    func searchWhole() -> Set<Suffering> {
        let graph = PlanGraph(plan, world, reversals: reversals)
        return Set(
            world.workloads.compactMap { workload -> Suffering? in
                var builder = ModelBuilder(graph, Cone(ofAll: graph, lookingAt: workload))
                guard let model = builder.model() else { return Suffering("too entangled", .reachable) }
                let proof = ModelProof(model, limit: 2_000_000)
                guard proof.isWhole else { return Suffering("too many states", .available) }
                return proof.findings.first.map { Suffering(workload.service, $0.breach.property) }
            })
    }
}
