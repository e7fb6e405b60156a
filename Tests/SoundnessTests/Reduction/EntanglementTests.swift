import MigrationModel
import Testing

@testable import Soundness

/// Plans that are too entangled to be explored whole, and what is claimed of them.
struct EntanglementTests {
    /// A plan that orders nothing: whatever can come first does.
    private func unordered() throws -> ProvenPlan {
        var plan = try ProvenPlan("shared-key")
        for index in plan.plan.steps.indices where plan.plan.steps[index].phase == .prepare {
            plan.plan.steps[index].after = []
        }
        return plan
    }

    @Test func saysHowFarItGotAndClaimsNothing() throws {
        let plan = try unordered()
        let proof = Prover(plan.plan, in: plan.world, limit: 50).prove()
        #expect(!proof.isProven)
        #expect(proof.holds == [])
        #expect(proof.violations == [])
        #expect(proof.unexplored == plan.world.workloads.map(\.service).sorted())
        // It stops with the first state that does not fit, for each kind of service and SDK; what a state leads to is a few.
        let searches = proof.kinds * 20
        #expect(proof.states > 50 * proof.kinds)
        #expect(proof.states < 70 * searches)
    }

    @Test func isExploredWholeWhenThereIsRoom() throws {
        let plan = try ProvenPlan("shared-key")
        #expect(Prover(plan.plan, in: plan.world, limit: 100_000).prove().isProven)
    }

    /// A mistake that is met before there is no room left is told all the same.
    @Test func tellsWhatItFoundBefore() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change("retire/keys/AKIARZPUZDIKK266JCYW/deactivate") { $0.after = [] }
        let proof = Prover(broken.plan, in: broken.world, limit: 50).prove()
        #expect(proof.violations.contains { $0.property == .available })
        #expect(!proof.unexplored.isEmpty)
    }

    /// What is told does not depend on how many threads there are.
    @Test func isTheSameWithMoreThreads() throws {
        for name in ["shared-key", "irsa"] {
            var plan = try ProvenPlan(name)
            #expect(Prover(plan.plan, in: plan.world).prove() == Prover(plan.plan, in: plan.world, workers: 4).prove())
            for index in plan.plan.steps.indices where plan.plan.steps[index].phase == .retire {
                plan.plan.steps[index].after = []
            }
            let (one, many) = (Prover(plan.plan, in: plan.world), Prover(plan.plan, in: plan.world, workers: 4))
            #expect(one.prove() == many.prove())
            #expect(!one.prove().violations.isEmpty)
        }
    }
}
