import MigrationModel
import Simulation
import StructuredText
import Testing

/// How Pods are replaced, by the kind of their workload.
struct ControllerTests {
    private static let key = "AKIARZPUZDIKKEOANPKG"

    private static func template(_ app: String, restart: String? = nil) -> StructuredValue {
        let container: StructuredValue = [
            "name": "app", "image": .string("company/\(app):v1"),
            "env": [
                ["name": "AWS_ACCESS_KEY_ID", "value": .string(key)], ["name": "AWS_SECRET_ACCESS_KEY", "value": "x"],
            ],
        ]
        let spec: StructuredValue =
            restart.map { ["containers": [container], "restartPolicy": .string($0)] } ?? ["containers": [container]]
        return ["metadata": ["labels": ["app": .string(app)]], "spec": spec]
    }

    private static func workload(_ kind: String, _ name: String, _ more: StructuredValue.Member...) -> StructuredValue {
        let spec: [StructuredValue.Member] = [
            .init("selector", ["matchLabels": ["app": .string(name)]]), .init("template", template(name)),
        ]
        return [
            "apiVersion": "apps/v1", "kind": .string(kind),
            "metadata": ["name": .string(name), "namespace": "production"], "spec": .mapping(spec + more),
        ]
    }

    private static let relabel = #"[{"op":"add","path":"/spec/template/metadata/annotations","value":{"v":"2"}}]"#

    @Test func statefulSetHoldsAtItsPartition() async throws {
        let harness = WorldHarness([Self.workload("StatefulSet", "db", .init("replicas", 3))], users: ["u": [Self.key]])
        let hold =
            #"[{"op":"add","path":"/spec/updateStrategy","value":{"type":"RollingUpdate","rollingUpdate":{"partition":2}}},"#
        _ = await harness.patch("statefulset/db", hold + Self.relabel.dropFirst())
        harness.pass(seconds: 60)
        #expect(await versions(harness, "db") == ["db-0 -", "db-1 -", "db-2 2"])
        _ = await harness.patch(
            "statefulset/db",
            #"[{"op":"replace","path":"/spec/updateStrategy/rollingUpdate/partition","value":0}]"#)
        #expect(
            await harness.text("kubectl rollout status statefulset/db -n production --timeout=2m").contains(
                "rolled out"))
        #expect(await versions(harness, "db") == ["db-0 2", "db-1 2", "db-2 2"])
        let set = try #require(await harness.json("kubectl get statefulset/db -n production -o json"))
        #expect(set["status"]?["currentRevision"] == set["status"]?["updateRevision"])
    }

    @Test func daemonSetReplacesOneNodeAfterTheOther() async {
        let harness = WorldHarness([Self.workload("DaemonSet", "agent")], users: ["u": [Self.key]])
        _ = await harness.patch("daemonset/agent", Self.relabel)
        #expect(
            await harness.text("kubectl rollout status daemonset/agent -n production --timeout=2m").contains(
                "rolled out"))
        #expect(await versions(harness, "agent").map { $0.suffix(2) } == [" 2", " 2", " 2"])
        #expect(harness.world.outages == [])
    }

    @Test func daemonSetThatIsUpdatedOnDeleteWaits() async {
        let strategy: StructuredValue.Member = .init("updateStrategy", ["type": "OnDelete"])
        let harness = WorldHarness([Self.workload("DaemonSet", "agent", strategy)], users: ["u": [Self.key]])
        _ = await harness.patch("daemonset/agent", Self.relabel)
        harness.pass(seconds: 300)
        let before = await versions(harness, "agent")
        #expect(before.map { $0.suffix(2) } == [" -", " -", " -"])
        _ = await harness.run("kubectl delete pod/\(before[0].dropLast(2)) -n production")
        harness.pass(seconds: 30)
        #expect(await versions(harness, "agent").map { $0.suffix(1) }.sorted() == ["-", "-", "2"])
    }

    @Test func cronJobRunsByItsScheduleAndUsesItsKey() async throws {
        let cron: StructuredValue = [
            "apiVersion": "batch/v1", "kind": "CronJob", "metadata": ["name": "report", "namespace": "production"],
            "spec": [
                "schedule": "*/5 * * * *",
                "jobTemplate": ["spec": ["template": Self.template("report", restart: "Never"), "backoffLimit": 0]],
            ],
        ]
        let harness = WorldHarness([cron], users: ["u": [Self.key]])
        harness.pass(seconds: 3660)
        let jobs = try #require(await harness.json("kubectl get jobs -n production -o json"))["items"]?.list ?? []
        #expect(jobs.count == 3)
        #expect(harness.world.failures == [:])
        _ = await harness.run("aws iam update-access-key --access-key-id \(Self.key) --status Inactive")
        harness.pass(seconds: 600)
        #expect(harness.world.failures == ["CronJob production/report": "its last Job failed"])
    }

    @Test func canaryThatIsRefusedNeverGetsReady() async throws {
        let harness = WorldHarness(.canary(FourServices.deployment("order-api")))
        _ = await Shift.bind(harness, account: "order-api", role: "order-api")
        harness.pass(seconds: 60)
        _ = await harness.patch("deployment/order-api", Shift.patch(account: "order-api"))
        #expect(
            await harness.text("kubectl rollout status deployment/order-api -n production --timeout=10m")
                == "exited(1): error: timed out waiting for the condition\n")
        #expect(harness.world.failures == [:])
        harness.world.mend()
        #expect(
            await harness.text("kubectl rollout status deployment/order-api -n production --timeout=10m").contains(
                "rolled out"))
    }

    @Test func driftAndRegressionChangeTheTemplateAtTheirTime() async throws {
        let later = WorldHarness.start.adding(milliseconds: 3_600_000)
        let harness = WorldHarness(.drift(FourServices.deployment("order-api"), at: later))
        harness.pass(seconds: 1800)
        let dry = "[" + (Shift.patch(account: "order-api").dropFirst())
        #expect(await harness.patch("deployment/order-api --dry-run=server", dry).contains("patched"))
        harness.pass(seconds: 1800)
        #expect(await harness.patch("deployment/order-api", dry).contains("The request is invalid"))
        harness.world.add(.regression(FourServices.deployment("order-api"), at: harness.clock.now()))
        #expect(await harness.patch("deployment/order-api", dry).contains("patched"))
    }

    /// The Pods of an app with the version in their annotations.
    private func versions(_ harness: WorldHarness, _ app: String) async -> [String] {
        let list = await harness.json("kubectl get pods -n production -l app=\(app) -o json")
        return (list?["items"]?.list ?? []).map {
            "\($0.path("metadata", "name") ?? "") \($0.path("metadata", "annotations", "v") ?? "-")"
        }
    }
}
