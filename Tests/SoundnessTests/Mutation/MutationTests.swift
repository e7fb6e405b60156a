import Foundation
import MigrationModel
import Testing

@testable import Soundness

/// Good plans with something broken: what the prover says of each is what brute force says of it, service by service.
///
/// Each run breaks every plan in some ways; `KEYSHIFT_MUTANTS=5000` in so many, and prints what came of it.
struct MutationTests {
    static let asked = ProcessInfo.processInfo.environment["KEYSHIFT_MUTANTS"].flatMap(Int.init)

    static let plans = [
        "aks", "cross-account", "gke", "gke-direct", "irsa", "pod-identity", "routing", "self-managed", "shared-key",
        "two-clusters",
    ]

    @Test(arguments: plans)
    func saysOfBrokenPlansWhatBruteForceSays(of name: String) throws {
        let good = try ProvenPlan(name)
        var bench = MutationBench(good)
        #expect(bench.compare([]) == nil)
        #expect(bench.count.caught == 0)
        for mutations in Self.mutations(of: good, count: Self.asked ?? 25) {
            if let disagreement = bench.compare(mutations) { Issue.record("\(name), \(disagreement)") }
        }
        #expect(bench.count.caught > 0)
        #expect(bench.count.harmless > 0)
        if Self.asked != nil { print("\(name): \(bench.count)") }
    }

    /// Each thing that can be broken alone, in random order; then two or three at a time.
    private static func mutations(of plan: ProvenPlan, count: Int) -> [[Mutation]] {
        var random = RandomNumbers(seed: 20_261_121)
        let all = Mutation.all(of: plan)
        let alone = all.shuffled(using: &random).prefix(count).map { [$0] }
        return alone
            + (alone.count..<max(count, alone.count)).map { _ in
                (0..<Int.random(in: 2...3, using: &random)).compactMap { _ in all.randomElement(using: &random) }
            }
    }
}

/// Compares the prover and brute force on mutants of one plan.
struct MutationBench {
    private let good: ProvenPlan
    private var known: [Model: ModelProof] = [:]
    private var force = BruteForce()
    private(set) var count = Count()

    /// What came of the mutants.
    struct Count: CustomStringConvertible {
        var mutants = 0
        var caught = 0
        var harmless = 0
        var disagreements = 0
        var states = 0

        var description: String {
            "\(mutants) mutants, \(caught) caught, \(harmless) harmless, \(disagreements) disagreements; "
                + "\(states) states by brute force"
        }
    }

    init(_ good: ProvenPlan) { self.good = good }

    /// Breaks the plan; what the prover and brute force do not agree on, if anything.
    mutating func compare(_ mutations: [Mutation]) -> String? {
        var mutant = MutatedPlan(good)
        for mutation in mutations { mutation.apply(to: &mutant) }
        let proof = mutant.prove(&known)
        let suffering = force.suffering(of: mutant)
        if !mutations.isEmpty { count.mutants += 1 }
        count.states = force.states
        let (found, expected) = (proof.sufferers, Set(suffering.keys))
        guard found == expected else {
            count.disagreements += 1
            let said = proof.violations.prefix(3).map { "\($0.service) \($0.property): \($0.message)" }
            return "\(mutations): the prover says \(said) \(proof.unexplored), brute force \(suffering)"
        }
        if found.isEmpty { if !mutations.isEmpty { count.harmless += 1 } } else { count.caught += 1 }
        return nil
    }
}

extension Proof {
    /// The services for which something can go wrong; `*` for the plan itself.
    fileprivate var sufferers: Set<String> {
        Set(violations.map { $0.isOfThePlan ? "*" : $0.service })
    }
}

extension Violation {
    /// Whether it comes of a rule for the plan as a whole, and not of the search for a service.
    fileprivate var isOfThePlan: Bool { container.isEmpty && family.isEmpty }
}
