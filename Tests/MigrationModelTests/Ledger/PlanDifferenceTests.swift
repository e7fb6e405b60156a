import MigrationModel
import Testing

struct PlanDifferenceTests {
    private func steps(_ texts: String...) -> [StepOutline] {
        texts.map { StepOutline(id: String($0.prefix(1)), sha256: $0) }
    }

    @Test func tellsWhatWasDoneFromWhatWasNot() {
        let difference = PlanDifference.between(
            steps("a1", "b1", "c1", "d1", "e1"), and: steps("f1", "a1", "c2", "b2"), touched: ["a", "b", "d"])
        #expect(
            difference
                == PlanDifference(
                    same: ["a"], changed: ["c"], added: ["f"], gone: ["e"], outdated: ["b"], stranded: ["d"]))
        #expect(difference.touchesWhatWasDone)
    }

    @Test func samePlanHasNoDifference() {
        let plan = steps("a1", "b1")
        let difference = PlanDifference.between(plan, and: plan, touched: ["a", "b"])
        #expect(difference == PlanDifference(same: ["a", "b"]))
        #expect(!difference.touchesWhatWasDone)
    }

    @Test func stepThatComesBackIsOutdated() {
        let difference = PlanDifference.between(steps("a1"), and: steps("a1", "z1"), touched: ["z"])
        #expect(difference == PlanDifference(same: ["a"], outdated: ["z"]))
    }
}
