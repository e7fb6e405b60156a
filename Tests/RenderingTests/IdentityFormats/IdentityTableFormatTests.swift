import MigrationModel
import Testing

@testable import Rendering

struct IdentityTableFormatTests {
    private func report(_ findings: [IdentityFinding] = [], needs: Bool? = false) -> IdentityReport {
        let account = ObjectReference(apiVersion: "v1", kind: "ServiceAccount", namespace: "shop", name: "default")
        return IdentityReport(
            generated: SampleReports.generated, inputs: [ScannedInput(name: "dump.json", bytes: 1, objects: 1)],
            records: [
                IdentityRecord(
                    input: SampleTraces.input, serviceAccount: account, services: [SampleTraces.report],
                    mountsNeedlessToken: needs)
            ], findings: findings)
    }

    private func finding(_ object: ObjectReference) -> IdentityFinding {
        IdentityFinding(.nodeRoleFallback, input: SampleTraces.input, object: object, message: "m", advice: "a")
    }

    @Test func countsWhatHasNothingToTell() {
        #expect(report().recordsWithStory.isEmpty)
        #expect(
            IdentitySummary(report(), untold: 1).line
                == "0 ServiceAccounts with a federated identity; 1 with nothing to tell (-o json lists all); "
                + "1 object, 1 byte read")
    }

    @Test func listsWhatHasAFindingItselfOrInAService() {
        #expect(report([finding(SampleTraces.report.object)]).recordsWithStory.count == 1)
        #expect(report([finding(SampleTraces.orders.object)]).recordsWithStory.isEmpty)
        var account = report().records[0].serviceAccount
        account.apiVersion = ""
        #expect(report([finding(account)]).recordsWithStory.count == 1)
        var elsewhere = finding(account)
        elsewhere.input = "another.json"
        #expect(report([elsewhere]).recordsWithStory.isEmpty)
    }

    @Test func saysWhenNobodyKnowsWhoNeedsTokens() {
        #expect(IdentitySummary(report(needs: nil), untold: 0).line.contains("the input has no role bindings"))
        #expect(IdentitySummary(report(needs: true), untold: 0).line.contains("1 mounts a token that nobody needs"))
    }

    @Test func endsWithTheNextCommand() {
        func next(_ report: IdentityReport) -> String {
            IdentityNextCommand(report: report, arguments: ["a b.json", "-o", "csv"]).line
        }
        #expect(next(report()) == "Next, for a record of this inventory: keyshift identities 'a b.json' -o json")
        #expect(
            next(report([finding(SampleTraces.report.object)]))
                == "Next, for the whole story of a workload: keyshift scan 'a b.json' --explain shop/CronJob/report")
        var partial = report()
        partial.problems = SampleReports.partial.problems
        #expect(next(partial) == "Next, when the causes above are removed: keyshift identities 'a b.json'")
    }
}
