import Execution
import KubernetesHarness
import MigrationModel
import Testing

/// Rollouts of a real API server with its controllers.
@Suite(
    .enabled(if: APIServer.isAvailable, "needs a Kubernetes API server: set KEYSHIFT_BUILD_KUBERNETES=1"), .serialized)
struct RolledOutTests {
    private static let past = Timestamp(milliseconds: 1_600_000_000_000)

    private func world(_ server: ServerWorld, kind: String = "Deployment") -> VerificationWorld {
        var world = VerificationWorld()
        world.namespace = server.namespace
        world.kind = kind
        world.verified = [("binding", .identityBound, Self.past)]
        return world
    }

    @Test func followsADeploymentFromTheKeyToTheRole() async throws {
        let server = try await ServerWorld("rolled-out")
        var world = world(server)
        let step = world.step("rollout", world.rollout.action, [.rolledOut, .injected])
        let reading = server.reading()
        #expect(await server.check(step, world.scene(cluster: reading)).reason(.rolledOut).contains("is not there"))

        try await server.apply(Manifest.deployment(Manifest.former))
        try await server.server.kubectl(["rollout", "status", "deployment/api", "-n", server.namespace])
        var checks = await server.check(step, world.scene(cluster: reading))
        #expect(checks.map(\.result) == [.notYet, .notYet])
        #expect(checks.reason(.rolledOut).contains("container api still has AWS_ACCESS_KEY_ID"))

        try await server.apply(Manifest.deployment(Manifest.new))
        checks = try await server.settle(step, world.scene(cluster: reading))
        #expect(checks.map(\.result) == [.satisfied, .satisfied], "\(checks)")
        #expect(checks.allSatisfy { !$0.evidence.isEmpty })

        // Pods that are older than the binding may have come up without it.
        world.verified = [("binding", .identityBound, StandingClock().now().adding(milliseconds: 60_000))]
        checks = await server.check(step, world.scene(cluster: reading))
        #expect(checks.result(.rolledOut) == .notYet && checks.reason(.rolledOut).contains("older than the binding"))
        world.verified = []
        checks = await server.check(step, world.scene(cluster: reading))
        #expect(checks.reason(.rolledOut) == "The binding of the identity was not verified yet: binding.")

        // Somebody brings the former template back.
        world.verified = [("binding", .identityBound, Self.past), ("rollout", .rolledOut, Self.past)]
        try await server.server.kubectl(["rollout", "undo", "deployment/api", "-n", server.namespace])
        checks = await server.check(step, world.scene(cluster: reading))
        #expect(checks.result(.rolledOut) == .violated)
    }

    @Test func saysWhatKeepsARolloutBack() async throws {
        let server = try await ServerWorld("rolled-out-paused")
        let world = world(server)
        try await server.apply(Manifest.deployment(Manifest.former))
        try await server.server.kubectl(["rollout", "status", "deployment/api", "-n", server.namespace])
        try await server.server.kubectl(["rollout", "pause", "deployment/api", "-n", server.namespace])
        try await server.apply(Manifest.deployment(Manifest.new))
        let step = world.step("rollout", world.rollout.action, [.rolledOut])
        var checks: [StepCheck] = []
        for _ in 0..<40 where checks.result(.rolledOut) != .violated {
            checks = await server.check(step, world.scene(cluster: server.reading()))
            try await Task.sleep(for: .milliseconds(250))
        }
        #expect(checks.reason(.rolledOut).contains("it is paused"), "\(checks)")
    }

    @Test func followsAStatefulSetBehindItsPartition() async throws {
        let server = try await ServerWorld("rolled-out-stateful")
        let world = world(server, kind: "StatefulSet")
        let step = world.step("rollout", world.rollout.action, [.rolledOut, .injected])
        try await server.apply(Manifest.statefulSet(Manifest.former))
        try await server.server.kubectl(["rollout", "status", "statefulset/api", "-n", server.namespace])
        try await server.apply(Manifest.statefulSet(Manifest.new, partition: 1))
        // The last Pod alone is new: it is the canary.
        let canary = world.step("canary", world.canary(.partition, name: "").action, [.injected])
        let checks = try await server.settle(canary, world.scene(cluster: server.reading()))
        #expect(checks.result(.injected) == .satisfied, "\(checks)")
        let held = await server.check(step, world.scene(cluster: server.reading()))
        #expect(held.result(.rolledOut) == .violated && held.reason(.rolledOut).contains("partition of 1"), "\(held)")
        try await server.apply(Manifest.statefulSet(Manifest.new))
        let done = try await server.settle(step, world.scene(cluster: server.reading()))
        #expect(done.map(\.result) == [.satisfied, .satisfied], "\(done)")
    }

    @Test func waitsForPodsOfADaemonSetThatSomebodyHasToDelete() async throws {
        let server = try await ServerWorld("rolled-out-daemon")
        let world = world(server, kind: "DaemonSet")
        let step = world.step("rollout", world.rollout.action, [.rolledOut])
        try await server.apply(Manifest.daemonSet(Manifest.former))
        for _ in 0..<60 {
            let pods = try await server.server.kubectl(["get", "pods", "-n", server.namespace, "-o", "name"])
            if !pods.isEmpty { break }
            try await Task.sleep(for: .milliseconds(500))
        }
        try await server.apply(Manifest.daemonSet(Manifest.new))
        #expect(await server.check(step, world.scene(cluster: server.reading())).result(.rolledOut) == .notYet)
        try await server.delete("pods", "--all")
        let done = try await server.settle(step, world.scene(cluster: server.reading()))
        #expect(done.map(\.result) == [.satisfied], "\(done)")
    }

    @Test func waitsForJobsOfTheFormerTemplate() async throws {
        let server = try await ServerWorld("rolled-out-cron")
        var world = world(server, kind: "CronJob")
        world.apiVersion = "batch/v1beta1"
        world.verified.append(("canary", .injected, Self.past))
        let step = world.step("rollout", world.rollout.action, [.rolledOut, .injected])
        let cron = { (pod: String) in
            let job = String(pod.dropLast()) + ", restartPolicy: Never}"
            return "{apiVersion: batch/v1beta1, kind: CronJob, metadata: {name: api}, spec: {schedule: '0 0 1 1 *', "
                + "jobTemplate: {spec: {template: {metadata: {labels: {app: api}}, spec: \(job)}}}}}"
        }
        try await server.apply(cron(Manifest.former))
        // A Job whose Pods nobody starts is active for ever.
        let uid = try await server.server.kubectl(
            ["get", "cronjob/api", "-n", server.namespace, "-o", "jsonpath={.metadata.uid}"])
        let pod = String(Manifest.former.dropLast()) + ", restartPolicy: Never}"
        try await server.apply(
            "{apiVersion: batch/v1, kind: Job, metadata: {name: api-1, ownerReferences: [{apiVersion: batch/v1beta1, "
                + "kind: CronJob, name: api, uid: \(uid), controller: true}]}, spec: {parallelism: 0, "
                + "template: {metadata: {labels: {app: api}}, spec: \(pod)}}}")
        try await server.apply(cron(Manifest.new))
        let checks = await server.check(step, world.scene(cluster: server.reading()))
        #expect(
            checks.reason(.rolledOut)
                == "The Job api-1 of CronJob rolled-out-cron/api still runs with the former template.")
        try await server.delete("job/api-1")
        let done = try await server.settle(step, world.scene(cluster: server.reading()))
        #expect(done.map(\.result) == [.satisfied, .satisfied], "\(done)")
    }

    @Test func cannotTellWhatItMayNotSee() async throws {
        let server = try await ServerWorld("rolled-out-forbidden")
        let world = world(server)
        for reading in [server.reading(context: "restricted"), server.reading(context: "nobody"), nil] {
            let checks = await server.check(world.rollout, world.scene(cluster: reading))
            #expect(checks.map(\.result) == [.cannotTell, .cannotTell, .cannotTell, .cannotTell])
        }
    }
}
