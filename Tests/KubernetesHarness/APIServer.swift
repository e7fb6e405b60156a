import Subprocess

/// A real Kubernetes API server on loopback, for as long as the test process lives or until it is stopped.
///
/// Behind it are etcd, the controllers and a stand-in for the nodes: Deployments roll out, ServiceAccounts get tokens,
/// RBAC is enforced; only containers do not run. Tests share one server and keep to namespaces of their own.
///
/// ```swift
/// @Test(.enabled(if: APIServer.isAvailable, "needs a Kubernetes API server")) func lists() async throws {
///     let server = try await APIServer.shared()
///     try await server.kubectl(["create", "namespace", "lists"])
/// }
/// ```
public final class APIServer: Sendable {
    /// The kubeconfig with the contexts `admin` (may do everything) and `restricted` (what RBAC grants to that user).
    public let kubeconfig: String
    private let supervision: Supervision

    private init(kubeconfig: String, supervision: Supervision) {
        self.kubeconfig = kubeconfig
        self.supervision = supervision
    }

    /// Whether a server can be started here; says on standard error how to get one when it cannot.
    public static var isAvailable: Bool { ServerAssets.folder != nil }

    /// The server that the tests of this process share, started by whoever asks first.
    public static func shared() async throws -> APIServer {
        try await sharedServer.value
    }

    private static let sharedServer = Task { try await start() }

    /// Starts a server of one's own, for a test that stops it.
    public static func start() async throws -> APIServer {
        guard let assets = ServerAssets.folder else { throw HarnessError("there is no API server to start") }
        let supervision = Supervision(script: ServerAssets.script("serve.py"), assets: assets)
        return APIServer(kubeconfig: try await supervision.kubeconfig(), supervision: supervision)
    }

    /// Ends all of its processes and removes its files; returns when nothing is left.
    public func stop() async {
        await supervision.end()
    }

    /// Runs `kubectl` against the server.
    ///
    /// - Parameters:
    ///   - arguments: what stands behind `kubectl`.
    ///   - context: `admin` or `restricted`.
    ///   - input: standard input, such as a manifest for `apply -f -`.
    /// - Returns: standard output.
    /// - Throws: `HarnessError` with standard error when kubectl reports a failure.
    @discardableResult
    public func kubectl(_ arguments: [String], context: String = "admin", input: String = "") async throws -> String {
        let result = try await run(
            .name("kubectl"), arguments: Arguments(["--kubeconfig", kubeconfig, "--context", context] + arguments),
            input: .string(input), output: .string(limit: 64 << 20), error: .string(limit: 1 << 20))
        guard result.terminationStatus.isSuccess else {
            throw HarnessError("kubectl \(arguments.joined(separator: " ")): \(result.standardError)")
        }
        return result.standardOutput
    }
}
