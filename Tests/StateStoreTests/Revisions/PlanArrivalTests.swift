import MigrationModel
import Testing

@testable import StateStore

struct PlanArrivalTests {
    private func step(_ id: String, deletes: String = "AKIARZPUZDIKKEOANPKG", after: [String] = []) -> Step {
        let action = DeactivateKey(key: KeyName(kind: .awsAccessKey, id: deletes))
        return Step(
            id: id, phase: .retire, action: .deactivateKey(action), actor: .keyshift, after: after,
            gates: after.isEmpty ? [] : [.quiet(days: 7)], verifications: action.verifications)
    }

    @Test func firstIsAdoptedAndAnotherIsShownFirst() throws {
        let test = try TestLedger()
        defer { test.remove() }
        let ledger = try test.open()
        func bring(_ plan: Plan, _ id: String, _ accepted: PlanDifference? = nil) throws -> PlanArrival {
            try ledger.bring(plan, id: id, accepted: accepted, by: TestLedger.author, at: TestLedger.minute(1))
        }
        let first = Plan(steps: [step("a"), step("b"), step("c"), step("d")])
        #expect(try bring(first, "1") == .adopted)
        #expect(try bring(first, "1") == .current)
        for id in ["a", "d"] {
            let check = StepCheck(verification: .keyInactive, result: .satisfied, reason: "", evidence: [])
            let entry = LedgerEntry(plan: "1", step: id, .stepVerified(check))
            try ledger.append(entry, by: TestLedger.author, at: TestLedger.minute(1))
        }
        let second = Plan(steps: [step("a", after: ["b"]), step("b", deletes: "AKIARZPUZDIKD44SHPA2"), step("e")])
        let difference = PlanDifference(same: ["a"], changed: ["b"], added: ["e"], gone: ["c"], stranded: ["d"])
        #expect(try bring(second, "2") == .differs(difference))
        #expect(try bring(second, "2", PlanDifference(same: ["a"])) == .differs(difference))
        #expect(try ledger.state().plan == "1")
        #expect(try bring(second, "2", difference) == .revised(difference))
        #expect(try bring(second, "2") == .current)
        #expect(try ledger.state().plan == "2")
        // Going back is another revision: nobody knows that the stranded one means the same.
        let back = PlanDifference(same: ["a"], changed: ["b"], added: ["c"], gone: ["e"], outdated: ["d"])
        #expect(try bring(first, "1") == .differs(back))
        #expect(try ledger.verify().fault == nil)
    }
}
