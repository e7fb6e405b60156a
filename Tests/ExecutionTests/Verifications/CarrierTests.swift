import Execution
import KubernetesHarness
import MigrationModel
import Testing

/// What refers to a Secret of a real API server, and whether it is gone.
@Suite(
    .enabled(if: APIServer.isAvailable, "needs a Kubernetes API server: set KEYSHIFT_BUILD_KUBERNETES=1"), .serialized)
struct CarrierTests {
    private func step(_ world: VerificationWorld, entries: [String]? = nil) -> Step {
        world.step(
            "remove", .removeCarrier(RemoveCarrier(carrier: world.secret, entries: entries, copy: "aws-copy")),
            [.noReference, .carrierGone])
    }

    private func world(_ server: ServerWorld) -> VerificationWorld {
        var world = VerificationWorld()
        world.namespace = server.namespace
        return world
    }

    @Test func findsTemplatesRevisionsAndAccounts() async throws {
        let server = try await ServerWorld("carrier")
        let world = world(server)
        let scene = { world.scene(cluster: server.reading()) }
        try await server.apply(Manifest.deployment(Manifest.former, replicas: 1))
        var checks = await server.check(step(world), scene())
        #expect(checks.map(\.result) == [.violated, .notYet])
        #expect(checks.reason(.noReference).contains("refers to Secret carrier/aws at "))

        // The former ReplicaSet keeps the reference, and a rollback would bring it back.
        try await server.apply(Manifest.deployment(Manifest.new, replicas: 1))
        try await server.server.kubectl(["rollout", "status", "deployment/api", "-n", server.namespace])
        let forget = world.step(
            "forget", .forgetRevisions(ForgetRevisions(workload: world.workload, carriers: [world.secret])),
            [.noReference])
        checks = await server.check(forget, scene())
        #expect(checks.reason(.noReference).hasPrefix("ReplicaSet carrier/api-"))
        try await server.server.kubectl(
            ["patch", "deployment/api", "-n", server.namespace, "-p", #"{"spec":{"revisionHistoryLimit":0}}"#])
        #expect(try await settle(forget, scene).map(\.result) == [.satisfied])

        try await server.apply("{apiVersion: v1, kind: ServiceAccount, metadata: {name: api}, secrets: [{name: aws}]}")
        checks = await server.check(step(world), scene())
        #expect(checks.reason(.noReference).hasPrefix("ServiceAccount carrier/api refers to"))
        try await server.apply(
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: other}, imagePullSecrets: [{name: aws-2}]}")
        try await server.server.kubectl(
            [
                "patch", "serviceaccount/api", "-n", server.namespace, "--type", "json", "-p",
                #"[{"op":"remove","path":"/secrets"}]"#,
            ])
        #expect(try await settle(step(world, entries: nil), scene).result(.noReference) == .satisfied)
        try await server.delete("secret/aws")
        #expect(await server.check(step(world), scene()).map(\.result) == [.satisfied, .satisfied])
    }

    private func settle(_ step: Step, _ scene: () -> Scene) async throws -> [StepCheck] {
        var checks: [StepCheck] = []
        for _ in 0..<40 {
            checks = await StepVerifications.check(step, in: scene())
            if checks.result(.noReference) == .satisfied { break }
            try await Task.sleep(for: .milliseconds(500))
        }
        return checks
    }

    @Test func asksAPersonAboutCustomResources() async throws {
        let server = try await ServerWorld("carrier-custom")
        var world = world(server)
        try await server.server.kubectl(["apply", "-f", "-"], input: "---\n" + Self.customType)
        for _ in 0..<40 {
            let types = try await server.server.kubectl([
                "api-resources", "--api-group=verify.example.com", "-o", "name",
            ])
            if types.contains("backups") { break }
            try await Task.sleep(for: .milliseconds(250))
        }
        try await server.apply(
            "{apiVersion: verify.example.com/v1, kind: Backup, metadata: {name: nightly}, spec: {store: {credentialsSecret: aws}}}"
        )
        let checks = await server.check(step(world), world.scene(cluster: server.reading()))
        #expect(checks.result(.noReference) == .cannotTell)
        #expect(
            checks.reason(.noReference)
                == "Backup carrier-custom/nightly may refer to Secret carrier-custom/aws at spec.store.credentialsSecret; "
                + "a person has to say whether it does.")
        world.confirmations = ["remove": "Ada saw that nightly backups are off."]
        let confirmed = await server.check(step(world), world.scene(cluster: server.reading()))
        #expect(confirmed.map(\.result) == [.satisfied, .notYet])
        #expect(confirmed.first?.evidence.last?.source == "confirmed by a person")
        try await server.server.kubectl(["delete", "crd", "backups.verify.example.com"])
    }

    private static let customType = """
        {apiVersion: apiextensions.k8s.io/v1, kind: CustomResourceDefinition, metadata: {name: backups.verify.example.com}, \
        spec: {group: verify.example.com, scope: Namespaced, names: {plural: backups, singular: backup, kind: Backup}, \
        versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object, \
        x-kubernetes-preserve-unknown-fields: true}}}]}}
        """

    @Test func looksAtEntriesWhereOthersStay() async throws {
        let server = try await ServerWorld("carrier-entries")
        let world = world(server)
        let scene = { world.scene(cluster: server.reading()) }
        let others = Manifest.pod(environment: "{name: OTHER, valueFrom: {secretKeyRef: {name: aws, key: secret}}}")
        try await server.apply(Manifest.deployment(others, replicas: 1))
        let step = step(world, entries: ["id"])
        #expect(await server.check(step, scene()).map(\.result) == [.satisfied, .notYet])
        try await server.server.kubectl(
            [
                "patch", "secret/aws", "-n", server.namespace, "--type", "json", "-p",
                #"[{"op":"remove","path":"/data/id"}]"#,
            ])
        #expect(await server.check(step, scene()).map(\.result) == [.satisfied, .satisfied])
        // Long after the step was carried out, an entry that comes back was brought back.
        var later = world
        later.applied = [("remove", Timestamp(milliseconds: 1_600_000_000_000))]
        try await server.server.kubectl(
            ["patch", "secret/aws", "-n", server.namespace, "-p", #"{"stringData":{"id":"x"}}"#])
        let back = await server.check(step, later.scene(cluster: server.reading()))
        #expect(back.map(\.result) == [.satisfied, .violated])
        #expect(back.reason(.carrierGone).hasPrefix("Secret carrier-entries/aws still has the entry id"))
    }

    @Test func cannotTellWhatItMayNotSee() async throws {
        let server = try await ServerWorld("carrier-forbidden")
        let world = world(server)
        let checks = await server.check(step(world), world.scene(cluster: server.reading(context: "restricted")))
        #expect(checks.map(\.result) == [.cannotTell, .cannotTell])
    }
}
