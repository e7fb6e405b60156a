import MigrationModel
import Simulation
import StructuredText
import Testing

/// A service taken off its key by the commands of a runbook, and what the world makes of it.
struct MigrationByHandTests {
    @Test func serviceGoesOnWithItsRole() async throws {
        let harness = WorldHarness()
        #expect(harness.world.failures == [:])
        _ = await Shift.bind(harness, account: "order-api", role: "order-api")
        harness.pass(seconds: 60)
        #expect(
            await harness.patch("deployment/order-api", Shift.patch(account: "order-api"))
                == "deployment.apps/order-api patched\n")
        #expect(
            await harness.text("kubectl rollout status deployment/order-api -n production --timeout=10m")
                == "deployment \"order-api\" successfully rolled out\n")
        let caller = try #require(
            await harness.json(
                "kubectl exec deployment/order-api -n production -c order-api -- aws sts get-caller-identity"))
        #expect(
            caller["Arn"]?.string.hasPrefix("arn:aws:sts::123456789012:assumed-role/order-api/eks-prod-eu-") == true)
        #expect(harness.world.outages == [])
    }

    @Test func podsThatComeTooSoonMissTheAssociation() async throws {
        let harness = WorldHarness()
        _ = await Shift.bind(harness, account: "order-api", role: "order-api")
        _ = await harness.patch("deployment/order-api", Shift.patch(account: "order-api"))
        harness.pass(seconds: 120)
        // The new Pod is the node, which may do nothing: the old ones serve on.
        let pods =
            try #require(
                await harness.json("kubectl get pods -n production -l app=order-api -o json"))["items"]?.list ?? []
        #expect(pods.count == 4)
        #expect(harness.world.failures == [:])
    }

    @Test func keyThatIsStillUsedMakesItsServicesFail() async throws {
        let harness = WorldHarness()
        _ = await harness.run(
            "aws iam update-access-key --access-key-id \(FourServices.key) --user-name \(FourServices.user) --status Inactive"
        )
        harness.pass(seconds: 60)
        #expect(
            harness.world.failures.keys.sorted() == FourServices.names.map { "Deployment production/\($0)" }.sorted())
        _ = await harness.run(
            "aws iam update-access-key --access-key-id \(FourServices.key) --user-name \(FourServices.user) --status Active"
        )
        harness.pass(seconds: 60)
        #expect(harness.world.failures == [:])
        #expect(harness.world.outages.count == 4)
    }

    @Test func secretThatPodsNeedKeepsNewOnesFromStarting() async throws {
        let harness = WorldHarness()
        _ = await harness.run("kubectl delete secret/aws-credentials -n production")
        _ = await harness.run("kubectl delete pods -n production --ignore-not-found")
        let name =
            try #require(
                await harness.json("kubectl get pods -n production -l app=order-api -o json"))["items"]?.list.first?
            .path(
                "metadata", "name") ?? ""
        _ = await harness.run("kubectl delete pod/\(name) -n production")
        harness.pass(seconds: 30)
        let pods =
            try #require(
                await harness.json("kubectl get pods -n production -l app=order-api -o json"))["items"]?.list ?? []
        let waiting = pods.compactMap {
            $0["status"]?["containerStatuses"]?.list.first?.path("state", "waiting", "reason")
        }
        #expect(waiting == ["CreateContainerConfigError"])
    }

    @Test func lastUseFollowsTheClockUntilTheKeyIsLeft() async throws {
        let harness = WorldHarness()
        harness.pass(seconds: 30 * 86_400)
        let used = await harness.text(
            "aws iam get-access-key-last-used --access-key-id \(FourServices.key) --query AccessKeyLastUsed.LastUsedDate --output text"
        )
        #expect(used == harness.clock.now().text.prefix(19) + "+00:00\n")
    }
}

extension StructuredValue {
    var string: String { if case .string(let text) = self { text } else { "" } }
    var list: [StructuredValue] { if case .sequence(let elements) = self { elements } else { [] } }
    func path(_ members: String...) -> String? {
        members.reduce(Optional(self)) { $0?[$1] }.flatMap { $0.string.isEmpty ? nil : $0.string }
    }
}
