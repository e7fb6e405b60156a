import MigrationModel
import Testing

@testable import Soundness

/// Plans that are broken only because of one thing that may happen: without it they would be proven.
struct HappeningTests {
    private let orderAPI = "prod-eu/production/Deployment/order-api"
    private let report = "prod-eu/production/CronJob/report"

    /// What is found of a service when everything may happen; nothing is found when all but one thing may.
    private func found(
        _ broken: ProvenPlan, of service: String, onlyBy happening: Happenings,
        reversals: [String: [WorldChange]?] = [:], sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> Violation {
        func violations(_ happenings: Happenings) -> [Violation] {
            Prover(broken.plan, in: broken.world, reversals: reversals, happenings: happenings).prove().violations
        }
        let without = violations(Happenings.all.subtracting(happening)).filter { $0.service == service }
        #expect(without == [], sourceLocation: sourceLocation)
        return try #require(
            violations(.all).first { $0.service == service }, "nothing was found", sourceLocation: sourceLocation)
    }

    @Test func aStepBreaksOffInTheMiddle() throws {
        // The Secret is deleted before the template is put back: nobody notices unless the undo breaks off between the two.
        let broken = try ProvenPlan("shared-key")
        let step = "shift/production/report/literal"
        let good = try #require(broken.plan.steps.first { $0.id == step }?.action.behaviour.reversal)
        let hasty = [good[2], good[0], good[1]]
        let found = try found(broken, of: report, onlyBy: .breakingOff, reversals: [step: hasty])
        #expect(found.property == .startable)
        #expect(
            found.events.last?.message.hasPrefix("It is undone: Secret production/report-former-credentials") == true)
    }

    @Test func anUndoRestoresNothing() throws {
        let broken = try ProvenPlan("shared-key")
        let step = "retire/production/secret/aws-credentials"
        let found = try found(broken, of: orderAPI, onlyBy: .undos, reversals: [step: []])
        #expect(found.property == .undoable)
        #expect(
            found.message
                == "What was done is undone, and not everything is as it was before: Secret production/aws-credentials is gone; "
                + "the copy of Secret production/aws-credentials is still there.")
    }

    @Test func somebodyRollsBack() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.drop("retire/production/order-api/revisions")
        let found = try found(broken, of: orderAPI, onlyBy: .rollbacks)
        #expect(found.property == .startable)
        #expect(found.message.contains("which a rollback brings back"))
    }

    /// The revisions are deleted, and nobody looks whether one of them had been brought back before.
    @Test func somebodyRolledBackBefore() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change("retire/production/order-api/revisions") { $0.verifications = [] }
        #expect(try found(broken, of: orderAPI, onlyBy: .rollbacks).property == .startable)
    }

    @Test func anOwnerPutsTheTemplateBack() throws {
        var broken = try ProvenPlan("shared-key")
        for index in broken.world.workloads.indices where broken.world.workloads[index].service == orderAPI {
            broken.world.workloads[index].isOwned = true
        }
        #expect(try found(broken, of: orderAPI, onlyBy: .owners).property == .startable)
    }

    @Test func aRolloutStopsHalfWay() throws {
        var broken = try ProvenPlan("shared-key")
        // What is done when the template is changed counts as done when all Pods are replaced.
        try broken.change("shift/production/report/rollout") { $0.verifications.removeAll { $0 == .rolledOut } }
        try broken.change("retire/production/report/revisions") { $0.verifications = [] }
        let found = try found(broken, of: report, onlyBy: .halfRollouts)
        #expect(found.property == .startable)
        #expect(found.message.contains("is not there"))
    }

    /// The policy of the role was written a moment ago, and the canary asks only who it is.
    @Test func aPolicyIsNotInForceYet() throws {
        var broken = try ProvenPlan("irsa")
        let canary = try #require(
            broken.plan.steps.first { if case .runCanary = $0.action { true } else { false } })
        try broken.change(canary.id) { $0.gates.removeAll { if case .propagation = $0 { true } else { false } } }
        let found = try found(broken, of: canary.service, onlyBy: .delays)
        #expect(found.property == .available)
    }

    /// The copy is thrown away before anything is put back from it.
    @Test func anUndoCannotBeCarriedOut() throws {
        let broken = try ProvenPlan("shared-key")
        let step = "retire/production/secret/aws-credentials"
        let good = try #require(broken.plan.steps.first { $0.id == step }?.action.behaviour.reversal)
        let found = try found(broken, of: orderAPI, onlyBy: .undos, reversals: [step: good.reversed()])
        #expect(found.property == .undoable)
        #expect(found.message == "The undo cannot be carried out: what it needs is gone.")
    }

    /// Gates of prudence can be overridden: an order that only they keep is none.
    @Test func anOperatorOverridesAGate() throws {
        var broken = try ProvenPlan("shared-key")
        let step = "retire/keys/AKIARZPUZDIKK266JCYW/deactivate"
        try broken.change(step) {
            $0.after = []
            $0.gates = [.schedule(hours: 744, reason: "report runs once a month"), .quiet(days: 7), .soak(hours: 24)]
        }
        let found = try #require(broken.violations(of: .available).first)
        #expect(found.service == report)
        #expect(found.events.map(\.step) == [step])
    }

    /// Nobody looks at what the canary is: it fails its proof, and the rollout begins all the same.
    @Test func aCanaryFailsItsProof() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change("shift/production/order-api/canary") { $0.verifications.removeAll { $0 == .callerIdentity } }
        let found = try #require(broken.violations(of: .available).first)
        #expect(found.service == orderAPI)
        #expect(found.events.last?.step == "shift/production/order-api/rollout")
        #expect(found.events.last?.credentials.contains { $0.hasSuffix(", which does not work") } == true)
    }

    /// One service binds the ServiceAccount of another: what goes wrong is no step of the one that suffers.
    @Test func stepsOfAnotherServiceComeInBetween() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change("prepare/production/payment-processor/binding") { step in
            guard case .bindIdentity(var action) = step.action else { return }
            action.serviceAccount = "order-api"
            step.action = .bindIdentity(action)
        }
        let found = try #require(broken.prove().violations.first { $0.service == orderAPI })
        #expect(found.events.contains { $0.step == "prepare/production/payment-processor/binding" })
        let alone = broken.restricted(to: [orderAPI])
        #expect(alone.prove().violations.filter { $0.service == orderAPI } == [])
    }
}
