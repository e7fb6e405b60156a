import MigrationModel
import Testing

@testable import Soundness

/// Steps in the wrong phase.
struct PhaseTests {
    @Test func somethingIrreversibleComesBeforeTheMarkedPoint() throws {
        var broken = try ProvenPlan("shared-key")
        let step = "decommission/keys/AKIARZPUZDIKK266JCYW/delete"
        try broken.change(step) { $0.phase = .retire }
        let found = broken.violations(of: .final)
        #expect(
            found.map(\.message)
                == ["\(step) cannot be undone, and comes before the point of no return (phase retire)."])
        #expect(found.map(\.advice) == ["\(step) has to be a step of the phase decommission."])
    }

    @Test func aStepWaitsForALaterPhase() throws {
        var broken = try ProvenPlan("shared-key")
        try broken.change("shift/production/order-api/canary") { $0.phase = .prepare }
        try broken.change("prepare/production/order-api/binding") { $0.phase = .shift }
        let found = broken.violations(of: .reachable)
        #expect(found.map(\.service) == ["prod-eu/production/Deployment/order-api"])
        #expect(
            found.first?.message.contains("waits for prepare/production/order-api/binding of the phase shift") == true)
    }
}
