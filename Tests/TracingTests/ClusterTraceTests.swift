import MigrationModel
import Testing

@testable import Tracing

struct ClusterTraceTests {
    private typealias Cluster = ImaginedCluster

    /// More services than a thread takes at a time, with everything that is traced in some of them.
    private func cluster(services: Int) -> TraceInput {
        var cluster = ImaginedCluster()
        cluster.addKey(to: Cluster.reference("Secret", "aws"))
        for number in 0..<services {
            let name = "api-\(number * 7919 % services)"
            let key = EnvironmentEntry.secret("AWS_ACCESS_KEY_ID", "aws", "AWS_ACCESS_KEY_ID")
            cluster.addAccount(
                name,
                annotations: number % 5 == 0
                    ? ["eks.amazonaws.com/role-arn": "arn:aws:iam::123456789012:role/\(name)"] : [:])
            let deployment = Cluster.reference("Deployment", name)
            cluster.addWorkload(
                deployment, [Container(name: "app", environment: number % 3 == 0 ? [key] : [])], uid: "d\(number)",
                serviceAccount: name)
            cluster.addWorkload(
                Cluster.reference("Pod", name + "-x"), [Container(name: "app", environment: [key])], uid: "p\(number)",
                owner: Cluster.owner(deployment, uid: "d\(number)"), serviceAccount: name,
                pod: PodStatus(phase: "Running"))
        }
        let bucket = Cluster.reference("Bucket", "backups")
        cluster.objects.mentions = [
            CarrierMention(input: Cluster.input, object: bucket, path: ValuePath([.field("spec")]), name: "aws")
        ]
        return TraceInput(keys: cluster.keys, objects: cluster.objects)
    }

    @Test func tracesTheSameWithAnyNumberOfThreads() {
        let input = cluster(services: 700)
        let alone = ClusterTrace(input.keys, objects: input.objects, inputs: [Cluster.input], workers: 1).trace()
        let shared = ClusterTrace(input.keys, objects: input.objects, inputs: [Cluster.input], workers: 3).trace()
        #expect(alone == shared)
        // Each service receives the key by itself or by its Pod, and so does the custom resource.
        #expect(alone.consumptions.count == 701)
        #expect(alone.services.count == 701)
        #expect(alone.services.map(\.name) == alone.services.map(\.name).sorted())
        #expect(alone.consumptions.map(\.service) == alone.consumptions.map(\.service).sorted())
        #expect(alone.groups.map(\.services.count) == [701])
        #expect(alone.findings.contains { $0.code == .notInjected })
    }

    @Test func saysWhereAnOutcomeIsNotCertain() throws {
        var cluster = ImaginedCluster()
        cluster.addKey(to: Cluster.reference("Secret", "aws"))
        let keys = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"].map { EnvironmentEntry.secret($0, "aws", $0) }
        let role = EnvironmentEntry.literal("AWS_PROFILE", "reports")
        let store = Volume(name: "store", sources: [.secretsStore(providerClass: "vault")])
        let mount = VolumeMount(volume: "store", path: "/root/.aws")
        for (name, environment) in [("sure", keys), ("unsure", [role])] {
            cluster.addWorkload(
                Cluster.reference("Deployment", name),
                [Container(name: "app", environment: environment, mounts: [mount])], volumes: [store],
                annotations: ["keyshift/sdk": "boto3"])
        }
        let verdicts = cluster.trace().identities.flatMap { one in
            one.next.map { "\(one.service.object.name): \($0.isCertain)" }
        }
        #expect(verdicts == ["sure: true", "unsure: false"])
    }
}

/// What a trace is made from.
private struct TraceInput {
    var keys: [StaticKey]
    var objects: ClusterObjects
}
