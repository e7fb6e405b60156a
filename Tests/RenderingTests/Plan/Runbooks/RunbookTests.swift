import MigrationModel
import Testing

@testable import Rendering

/// Runbooks warn of what applies, and of nothing else.
struct RunbookTests {
    private static func runbook(
        _ plan: Plan, _ configuration: Configuration = SamplePlans.configuration
    ) throws -> String {
        let files = PlanFiles.files(of: plan, configuration: configuration)
        return try #require(files.first { $0.path.hasPrefix("runbooks/") }).contents
    }

    @Test(arguments: [
        ("CronJob", "batch/v1", "cover its schedule"), ("StatefulSet", "apps/v1", "a `partition` stops the"),
        ("DaemonSet", "apps/v1", "touches every node"), ("Deployment", "apps/v1", "share of their traffic"),
        ("Job", "batch/v1", "cannot be changed"),
        ("SparkApplication", "sparkoperator.k8s.io/v1beta2", "knows no Pod template"),
    ])
    func warnsOfTheKind(kind: String, apiVersion: String, words: String) throws {
        let text = try Self.runbook(SamplePlans.parts(kind: kind, apiVersion: apiVersion, name: "x"))
        #expect(text.contains(words))
        let all = [
            "cover its schedule", "a `partition` stops", "touches every node", "share of their traffic",
            "cannot be changed", "knows no Pod template",
        ]
        #expect(all.count { text.contains($0) } == 1)
    }

    @Test func warnsOfManagers() throws {
        let direct = try Self.runbook(SamplePlans.parts(name: "x"))
        let managed = try Self.runbook(SamplePlans.parts(name: "x", delivery: .gitOps))
        #expect(!direct.contains("Argo CD") && managed.contains("Argo CD"))
    }

    @Test func warnsOfTheChangeOnly() throws {
        var plan = SamplePlans.parts(name: "x")
        let rich = try Self.runbook(plan)
        #expect(rich.contains("Several containers change") && rich.contains("by hand has to be changed"))
        #expect(rich.contains("The region came with the key"))
        plan.steps = plan.steps.map { step in
            var step = step
            if case .changeWorkload(var action) = step.action {
                action.change = TemplateChange(removals: [
                    .init(
                        kind: .variable, container: "app", name: "X", pointer: "/spec/template/spec/containers/0/env/0")
                ])
                step.action = .changeWorkload(action)
            }
            return step
        }
        let plain = try Self.runbook(plan)
        for words in ["Several containers", "by hand has to be changed", "region", "is lost"] {
            #expect(!plain.contains(words), "\(words)")
        }
    }

    @Test func sendsToWhoeverActs() throws {
        var plan = SamplePlans.parts(name: "x")
        for index in plan.steps.indices { plan.steps[index].actor = index == 0 ? .terraform : .gitOps }
        let text = try Self.runbook(plan)
        #expect(text.contains("terraform -chdir=terraform/prod apply"))
        #expect(text.contains("The change is in `kubernetes/shift/production/deployment-x.patch.json`;"))
        #expect(!text.contains("create-role") && !text.contains("kubectl patch deployment"))
    }

    /// No name ends the block of commands that it stands in.
    @Test func keepsNamesInsideOfFences() throws {
        let text = try Self.runbook(SamplePlans.parts(namespace: "x", name: "a\n```\n# b"))
        #expect(!text.split(separator: "\n").contains("# b"))
        let other = try Self.runbook(SamplePlans.parts(namespace: "x", name: "a```b"))
        #expect(other.contains("````sh\n"))
    }
}
