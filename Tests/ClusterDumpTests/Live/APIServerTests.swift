import KubernetesHarness
import Testing

@Suite(.enabled(if: APIServer.isAvailable, "needs a Kubernetes API server: set KEYSHIFT_BUILD_KUBERNETES=1"))
struct APIServerTests {
    @Test func restrictedContextMayDoNothing() async throws {
        let server = try await APIServer.shared()
        #expect(try await server.kubectl(["auth", "can-i", "list", "secrets"]) == "yes\n")
        await #expect(throws: HarnessError.self) {
            try await server.kubectl(["get", "secrets"], context: "restricted")
        }
    }
}
