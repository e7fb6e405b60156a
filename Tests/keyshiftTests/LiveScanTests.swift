import Foundation
import KubernetesHarness
import Testing

/// `keyshift scan` against a real API server: one of its own, because the whole cluster is scanned and must hold these keys only.
@Suite(
    .enabled(if: APIServer.isAvailable, "needs a Kubernetes API server: set KEYSHIFT_BUILD_KUBERNETES=1"), .serialized)
struct LiveScanTests {
    private static let keys = ["AKIARZPUZDIKD44SHPA2", "AKIARZPUZDIKK266JCYW", "AKIARZPUZDIKKEOANPKG"]
    private static let manifests = Repository.root + "/Fixtures/shared-key/manifests"

    private static let cluster = Task {
        let server = try await APIServer.start()
        try await server.kubectl(["apply", "-f", manifests])
        return server
    }

    /// Runs the program against the server, on a thread of its own because it takes a while.
    private func scan(_ arguments: String, path: String? = nil) async throws -> Executable.Run {
        let server = try await Self.cluster.value
        let program = try Executable()
        defer { program.remove() }
        var environment = ["KUBECONFIG": server.kubeconfig]
        environment["PATH"] = path
        let (command, variables) = ("\"$keyshift\" scan -o json \(arguments)", environment)
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try program.shell(command, environment: variables) })
            }
        }
    }

    private func objects(of id: String, in report: ReportDocument) -> Set<String> {
        let sightings = report.keys.first { $0.id == id }?.sightings ?? []
        return Set(sightings.map { "\($0.object?.kind ?? "-") \($0.object?.name ?? "-")" })
    }

    @Test func findsTheKeysOfTheWholeCluster() async throws {
        let run = try await scan("-A --context admin")
        #expect(run.status == 1, "\(run.errors)")
        let report = try run.report()
        #expect(report.keys.map(\.id).sorted() == Self.keys)
        // Items of a SecretList do not repeat their kind.
        #expect(objects(of: Self.keys[0], in: report) == ["Secret invoice-aws"])
        #expect(objects(of: Self.keys[1], in: report).contains("CronJob report"))
        #expect(objects(of: Self.keys[2], in: report) == ["Secret aws-credentials"])
        #expect(report.keys.flatMap(\.sightings).allSatisfy { $0.object?.namespace == "production" })
        #expect(report.problems == [])
    }

    @Test func findsTheKeysOfOneNamespace() async throws {
        let run = try await scan("-n production --context admin")
        #expect(run.status == 1, "\(run.errors)")
        #expect(try run.report().keys.map(\.id).sorted() == Self.keys)
        #expect(try await scan("-n kube-public --context admin").status == 0)
    }

    @Test func reportsWhatIsForbiddenAndReadsTheRest() async throws {
        let server = try await Self.cluster.value
        try await server.kubectl(["create", "clusterrole", "read-cronjobs", "--verb=list", "--resource=cronjobs.batch"])
        try await server.kubectl(
            ["create", "clusterrolebinding", "read-cronjobs", "--clusterrole=read-cronjobs", "--user=restricted"])
        let run = try await scan("-A --context restricted")
        #expect(run.status == 2, "\(run.errors)")
        let report = try run.report()
        #expect(report.keys.map(\.id) == [Self.keys[1]])
        #expect(report.problems.contains { $0.code == "live-forbidden" && $0.message.hasPrefix("secrets were not") })
        let others = report.problems.filter { $0.code != "live-forbidden" }.map { "\($0.code): \($0.message)" }
        #expect(others == [])
    }

    @Test func saysThatKubectlIsMissing() async throws {
        let run = try await scan("-A", path: "/nonexistent")
        #expect(run.status == 2, "\(run.errors)")
        #expect(try run.report().problems.map(\.code) == ["kubectl-missing"])
    }
}
