import Execution
import Foundation
import KubernetesHarness
import MigrationModel
import Testing

/// A namespace of the real API server, and how verifications look at it.
struct ServerWorld {
    let server: APIServer
    let namespace: String
    /// A value that must not be seen anywhere.
    static let planted = "planted/Secret/Value/4711"

    init(_ namespace: String) async throws {
        server = try await APIServer.shared()
        self.namespace = namespace
        try await server.kubectl(["create", "namespace", namespace])
        try await server.kubectl(
            [
                "create", "secret", "generic", "aws", "-n", namespace, "--from-literal=id=\(VerificationWorld.key.id)",
                "--from-literal=secret=\(Self.planted)",
            ])
        try await server.kubectl(["create", "serviceaccount", "api", "-n", namespace])
    }

    /// Reads the namespace as a user; scans find what the test says.
    func reading(
        context: String = "admin", _ report: ScanReport = ScanReport(generated: "", inputs: [], keys: [])
    ) -> KubectlReading {
        KubectlReading(
            context: context, programs: ProgramsInEnvironment(variables: ["KUBECONFIG": server.kubeconfig]),
            clock: StandingClock()
        ) { _, _ in report }
    }

    /// Applies YAML; without a marker in front of it a brace would be taken for JSON.
    func apply(_ manifest: String) async throws {
        try await server.kubectl(["apply", "-n", namespace, "-f", "-"], input: "---\n" + manifest)
    }

    func delete(_ words: String...) async throws {
        try await server.kubectl(["delete", "-n", namespace, "--wait"] + words)
    }

    /// Looks until something of the answers is so; a busy machine may let Pods be unready for a while.
    func look(_ step: Step, _ scene: Scene, until isSo: ([StepCheck]) -> Bool) async throws -> [StepCheck] {
        var checks: [StepCheck] = []
        for _ in 0..<240 {
            checks = await check(step, scene)
            if isSo(checks) { break }
            try await Task.sleep(for: .milliseconds(500))
        }
        return checks
    }

    /// Looks until the answer is another one than not yet, or some minutes have passed.
    func settle(_ step: Step, _ scene: @autoclosure () -> Scene) async throws -> [StepCheck] {
        var checks: [StepCheck] = []
        for _ in 0..<240 {
            checks = await StepVerifications.check(step, in: scene())
            if !checks.contains(where: { $0.result == .notYet }) { break }
            try await Task.sleep(for: .milliseconds(500))
        }
        return checks
    }

    /// Looks, and sees that no answer holds what must not be seen.
    func check(_ step: Step, _ scene: Scene) async -> [StepCheck] {
        let checks = await StepVerifications.check(step, in: scene)
        #expect(!"\(checks)".contains(Self.planted))
        return checks
    }
}

/// Manifests of a workload called api.
enum Manifest {
    static let key = #"{name: AWS_ACCESS_KEY_ID, valueFrom: {secretKeyRef: {name: aws, key: id}}}"#
    static let role = """
        {name: AWS_ROLE_ARN, value: "\(VerificationWorld.role)"}, \
        {name: AWS_WEB_IDENTITY_TOKEN_FILE, value: /var/run/secrets/eks.amazonaws.com/serviceaccount/token}
        """
    static let literal = "{name: SOME_PASSWORD, value: \(ServerWorld.planted)}"

    /// The spec of a Pod.
    static func pod(environment: String, mountsToken: Bool = false, sidecar: String = "") -> String {
        let mount =
            mountsToken
            ? ", volumeMounts: [{name: aws-iam-token, mountPath: /var/run/secrets/eks.amazonaws.com/serviceaccount}]"
            : ""
        let volume =
            mountsToken
            ? ", volumes: [{name: aws-iam-token, projected: {sources: [{serviceAccountToken: {audience: sts.amazonaws.com, path: token}}]}}]"
            : ""
        return
            "{serviceAccountName: api, containers: [{name: api, image: api, env: [\(environment)]\(mount)}\(sidecar)]\(volume)}"
    }

    static let former = pod(environment: [key, literal].joined(separator: ", "))
    static let new = pod(environment: [literal, role].joined(separator: ", "), mountsToken: true)

    static func deployment(_ pod: String, replicas: Int = 2, name: String = "api", labels: String = "app: api")
        -> String
    {
        """
        {apiVersion: apps/v1, kind: Deployment, metadata: {name: \(name)}, spec: {replicas: \(replicas), \
        selector: {matchLabels: {\(labels)}}, template: {metadata: {labels: {\(labels)}}, spec: \(pod)}}}
        """
    }

    static func statefulSet(_ pod: String, partition: Int = 0) -> String {
        """
        {apiVersion: apps/v1, kind: StatefulSet, metadata: {name: api}, spec: {replicas: 2, serviceName: api, \
        selector: {matchLabels: {app: api}}, updateStrategy: {type: RollingUpdate, rollingUpdate: {partition: \(partition)}}, \
        template: {metadata: {labels: {app: api}}, spec: \(pod)}}}
        """
    }

    static func daemonSet(_ pod: String) -> String {
        """
        {apiVersion: apps/v1, kind: DaemonSet, metadata: {name: api}, spec: {selector: {matchLabels: {app: api}}, \
        updateStrategy: {type: OnDelete}, template: {metadata: {labels: {app: api}}, spec: \(pod)}}}
        """
    }
}
