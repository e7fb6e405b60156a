import Execution
import KubernetesHarness
import MigrationModel
import Testing

/// ServiceAccounts of a real API server.
@Suite(
    .enabled(if: APIServer.isAvailable, "needs a Kubernetes API server: set KEYSHIFT_BUILD_KUBERNETES=1"), .serialized)
struct IdentityBoundTests {
    @Test func comparesTheAnnotation() async throws {
        let server = try await ServerWorld("bound")
        var world = VerificationWorld()
        world.namespace = server.namespace
        let role = VerificationWorld.role.replacing("c-shop-api", with: world.identity.role)
        let annotate = { (value: String) in
            try await server.server.kubectl(
                [
                    "annotate", "serviceaccount/api", "-n", server.namespace, "--overwrite",
                    "eks.amazonaws.com/role-arn=\(value)",
                ])
        }
        let check = { await server.check(world.binding, world.scene(cluster: server.reading())) }
        #expect(await check().map(\.result) == [.notYet])
        _ = try await annotate(role)
        #expect(await check().map(\.result) == [.satisfied])
        _ = try await annotate(role + "-2")
        #expect(await check().map(\.result) == [.violated])
        let forbidden = world.scene(cluster: server.reading(context: "restricted"))
        #expect(await server.check(world.binding, forbidden).map(\.result) == [.cannotTell])
    }

    @Test func wantsWhatTheFormerAccountCarried() async throws {
        let server = try await ServerWorld("bound-account")
        var world = VerificationWorld()
        world.namespace = server.namespace
        let action = CreateServiceAccount(
            namespace: server.namespace, name: "api-2", former: "api",
            bindings: ["RoleBinding \(server.namespace)/readers"], pullSecrets: ["registry"], mountsToken: false)
        let step = world.step("account", .createServiceAccount(action))
        let check = { await server.check(step, world.scene(cluster: server.reading())) }
        #expect(await check().map(\.result) == [.notYet])
        let account =
            "{apiVersion: v1, kind: ServiceAccount, metadata: {name: api-2}, automountServiceAccountToken: false"
        try await server.apply(account + "}")
        #expect(
            await check().first?.reason
                == "ServiceAccount bound-account/api-2 does not have the image pull secret registry of api.")
        try await server.apply(account + ", imagePullSecrets: [{name: registry}]}")
        #expect(
            await check().first?.reason
                == "RoleBinding bound-account/readers does not name ServiceAccount bound-account/api-2.")
        try await server.server.kubectl(
            [
                "create", "rolebinding", "readers", "--clusterrole=view", "-n", server.namespace,
                "--serviceaccount=\(server.namespace):api-2",
            ])
        #expect(await check().map(\.result) == [.satisfied])
        try await server.apply(account.replacing("false", with: "true") + ", imagePullSecrets: [{name: registry}]}")
        #expect(await check().map(\.result) == [.violated])
    }
}
