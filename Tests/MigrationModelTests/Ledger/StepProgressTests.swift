import MigrationModel
import Testing

struct StepProgressTests {
    /// What a step that was looked at every second comes to.
    private func holdsSince(_ results: StepCheck.Result...) throws -> Int? {
        var state = LedgerState()
        for (index, result) in results.enumerated() {
            try state.apply(
                EventHeader(
                    sequence: index + 1, at: Timestamp(milliseconds: index * 1000), kind: .stepVerified, plan: "p",
                    step: "s", verification: .rolledOut, result: result.rawValue))
        }
        return state.steps["s"]?.checks[.rolledOut]?.holdsSince?.milliseconds
    }

    @Test func holdsSinceItWasFirstSeen() throws {
        #expect(try holdsSince(.notYet, .satisfied, .satisfied) == 1000)
        #expect(try holdsSince(.notYet) == nil)
    }

    @Test func passesOverLooksThatCouldNotTell() throws {
        #expect(try holdsSince(.satisfied, .cannotTell, .satisfied) == 0)
        #expect(try holdsSince(.cannotTell, .satisfied) == 1000)
    }

    @Test func beginsAnewBehindAnythingElse() throws {
        #expect(try holdsSince(.satisfied, .violated, .satisfied) == 2000)
        #expect(try holdsSince(.satisfied, .notYet) == nil)
    }
}
