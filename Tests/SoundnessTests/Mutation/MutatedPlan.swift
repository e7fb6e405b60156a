import MigrationModel

@testable import Soundness

/// A plan and its world with something broken, and undos that are not what their actions say.
struct MutatedPlan {
    var plan: Plan
    var world: World
    var reversals: [String: [WorldChange]?] = [:]

    init(_ good: ProvenPlan) { (plan, world) = (good.plan, good.world) }

    /// The proof; what was proven of models that other mutants have as well is taken from these.
    func prove(_ known: inout [Model: ModelProof]) -> Proof {
        Prover(plan, in: world, reversals: reversals).prove(&known)
    }
}
