import MigrationModel
import Testing

@testable import Soundness

/// Undos that leave something out, for every step of a plan.
struct UndoTests {
    /// Whether the undo of a step leaves a call out, or does nothing, it is found; but for waiting, which is safe where a rollout
    /// has been seen.
    @Test(arguments: ["irsa", "cross-account"])
    func everyCallOfEveryUndoIsNeeded(in name: String) throws {
        let good = try ProvenPlan(name)
        var known: [Model: ModelProof] = [:]
        var tried = 0
        for step in good.plan.steps {
            let reversal = step.action.behaviour.reversal ?? []
            for place in reversal.indices {
                // Pods of Jobs that end by themselves are waited for; nothing has to be brought back.
                if case .awaitPods = reversal[place] { continue }
                var mutant = MutatedPlan(good)
                mutant.reversals[step.id] = Array(reversal[..<place] + reversal[(place + 1)...])
                let found = mutant.prove(&known).violations
                #expect(!found.isEmpty, "\(step.id) without \(reversal[place])")
                tried += 1
            }
        }
        #expect(tried > 15)
    }

    @Test func theServiceAccountStays() throws {
        let good = try ProvenPlan("shared-key")
        var mutant = MutatedPlan(good)
        mutant.reversals["prepare/production/payment-processor/service-account"] = []
        var known: [Model: ModelProof] = [:]
        let found = try #require(mutant.prove(&known).violations.first)
        #expect(found.property == .undoable)
        #expect(
            found.message
                == "What was done is undone, and not everything is as it was before: ServiceAccount production/payment-processor "
                + "is still there.")
        #expect(found.service == "prod-eu/production/Deployment/payment-processor")
    }

    /// A phase that is undone alone, on top of one that stays done.
    @Test func aPhaseIsNotRestored() throws {
        let good = try ProvenPlan("shared-key")
        var mutant = MutatedPlan(good)
        mutant.reversals["shift/production/order-api/rollout"] = []
        var known: [Model: ModelProof] = [:]
        let found = try #require(mutant.prove(&known).violations.first)
        #expect(found.property == .undoable)
        #expect(found.message.contains("the template of Deployment production/order-api is another"))
        // What was prepared is still done.
        #expect(!found.events.contains { $0.step.hasPrefix("prepare/") && $0.message.hasPrefix("It is undone") })
    }
}
