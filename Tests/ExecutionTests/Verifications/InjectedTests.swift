import Execution
import KubernetesHarness
import MigrationModel
import Testing

/// Pods of a real API server that came up with and without what a webhook injects.
@Suite(
    .enabled(if: APIServer.isAvailable, "needs a Kubernetes API server: set KEYSHIFT_BUILD_KUBERNETES=1"), .serialized)
struct InjectedTests {
    private func check(_ namespace: String, _ pod: String) async throws -> StepCheck? {
        let server = try await ServerWorld(namespace)
        var world = VerificationWorld()
        world.namespace = namespace
        let label = "keyshift-canary: api-keyshift-canary"
        try await server.apply(
            Manifest.deployment(pod, replicas: 1, name: "api-keyshift-canary", labels: label))
        // The workload itself has the key still, and is not looked at.
        try await server.apply(Manifest.deployment(Manifest.former, replicas: 1))
        let step = world.step("canary", world.canary().action, [.injected])
        return try await server.settle(step, world.scene(cluster: server.reading())).first
    }

    @Test func looksAtTheCanaryAlone() async throws {
        #expect(try await check("injected", Manifest.new)?.result == .satisfied)
    }

    @Test func namesThePodAndTheContainerWithout() async throws {
        let sidecar = Manifest.pod(
            environment: Manifest.role, mountsToken: true, sidecar: ", {name: proxy, image: proxy}")
        let result = try #require(try await check("injected-sidecar", sidecar))
        #expect(result.result == .violated)
        #expect(result.reason.hasPrefix("The Pod api-keyshift-canary-"))
        #expect(result.reason.hasSuffix("came up without IRSA: container proxy does not have AWS_ROLE_ARN."))
    }

    @Test func wantsTheTokenAndThePlannedRole() async throws {
        let bare = try await check("injected-bare", Manifest.pod(environment: Manifest.role))
        #expect(bare?.reason.hasSuffix("container api mounts no token for sts.amazonaws.com.") == true)
        let other = Manifest.role.replacing("c-shop-api", with: "other")
        let wrong = try await check("injected-other", Manifest.pod(environment: other, mountsToken: true))
        #expect(wrong?.reason.contains("has another AWS_ROLE_ARN than the planned identity's") == true)
    }
}
