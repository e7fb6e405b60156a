import Foundation
import KubernetesHarness
import MigrationModel
import Testing

/// A cluster and a cloud with the services of the fixture, which use their keys all the time, and keyshift in a folder beside them.
///
/// The time of all of them is moved by ``pass(hours:)``, so that waits end without waiting; kubectl reaches the API server through a
/// proxy for it.
final class Bench: Sendable {
    /// How the services are to be moved.
    struct Shape: Sendable {
        /// Whether Argo CD owns the workloads, so that changes of them are merged and not applied.
        var isGitOps = false
        /// Whether Terraform owns roles and keys.
        var isTerraform = false
        /// The mechanism of all services.
        var mechanism = "eks-pod-identity"
    }

    let shape: Shape
    let server: APIServer
    let cloud: CloudServer
    /// The folder in which keyshift runs; its plan is in `plan`.
    let folder: URL
    /// How kubectl reaches the cluster at the time of the bench; its current context is none, so that the plan's has to be named.
    let kubeconfig: String
    private let workloads: Script
    private let warm: Script
    private let time = FileTime()

    /// Whether everything is there that it needs.
    static var isPossible: Bool { Script.isPossible && APIServer.isAvailable }

    /// The static keys of the fixture and the users that have them in the cloud.
    static let keys = [
        "AKIARZPUZDIKD44SHPA2": "invoices", "AKIARZPUZDIKK266JCYW": "reports", "AKIARZPUZDIKKEOANPKG": "shared",
    ]

    /// Starts everything, does something with it, and ends everything, however that ends.
    static func run(_ shape: Shape = Shape(), _ body: (Bench) async throws -> Void) async throws {
        let bench = try await Bench(shape)
        do {
            try await body(bench)
        } catch {
            await bench.stop()
            throw error
        }
        await bench.stop()
    }

    /// Starts everything.
    private init(_ shape: Shape = Shape()) async throws {
        self.shape = shape
        folder = FileManager.default.temporaryDirectory.appending(path: "keyshift-bench-\(UUID().uuidString)")
        for name in ["bin", "home", "account", "temporary"] {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        server = try await APIServer.start()
        cloud = try CloudServer()
        warm = try Script("warm_aws.py", [folder.appending(path: "bin").path], announcing: "READY")
        let seed = CloudSeed(accounts: [:], issuers: [APIServer.issuer: try await server.publishedKeys()])
        try await cloud.seed(seed)
        kubeconfig = folder.appending(path: "kubeconfig").path
        workloads = try Script("workloads.py", [server.kubeconfig, cloud.endpoint, "production"], announcing: "READY")
        try await setTime(Date())
        try await fill()
        try await reach()
    }

    /// Ends everything and takes the folder away.
    private func stop() async {
        workloads.stop()
        warm.stop()
        await server.stop()
        cloud.stop()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Writes the kubeconfig of whoever works here.
    private func reach() async throws {
        struct Place: Codable { var server: String }
        let text = try String(contentsOfFile: server.kubeconfig, encoding: .utf8)
        let address = try #require(text.firstMatch(of: #/server: "([^"]+)"/#)).1
        let token = try #require(text.firstMatch(of: #/name: admin, user: \{token: "([^"]+)"/#)).1
        let answer = try await cloud.control("POST", "cluster", #"{"server": "\#(address)", "token": "\#(token)"}"#)
        let proxy = try JSONDecoder().decode(Place.self, from: answer).server
        let config = """
            apiVersion: v1
            kind: Config
            clusters: [{name: test, cluster: {server: "\(proxy)"}}]
            users: [{name: nobody, user: {}}]
            contexts: [{name: admin, context: {cluster: test, user: nobody}}]
            current-context: ""

            """
        try Data(config.utf8).write(to: URL(filePath: kubeconfig))
    }

    /// Puts the fixture into the cluster and its users into the cloud, and waits until every service runs and uses its key.
    private func fill() async throws {
        var manifests = try Fixture.manifests()
        if shape.isGitOps { manifests = Fixture.owned(manifests) }
        try await server.kubectl(["apply", "-f", "-"], input: manifests)
        try await cloud.seed(Fixture.cloud)
        for workload in Fixture.rolling {
            try await server.kubectl(["rollout", "status", "-n", "production", workload, "--timeout=120s"])
        }
        for _ in 0..<300 {
            let identities = try await cloud.uses().identities
            if identities.count >= Fixture.rolling.count { return }
            try await Task.sleep(for: .milliseconds(200))
        }
        Issue.record("the services of the fixture do not use their keys")
    }

    // MARK: Time

    /// The file that `--clock` names.
    var clock: String { folder.appending(path: "clock").path }

    /// Lets time pass for keyshift, for the cloud and in what kubectl shows.
    ///
    /// Controllers do not notice: Jobs that a CronJob would have removed by then, for newer ones, are removed here.
    func pass(hours: Double) async throws {
        try await setTime(time.now().addingTimeInterval(hours * 3600))
        guard hours > 0 else { return }
        let ended =
            "{range .items[?(@.status.succeeded==1)]}{.metadata.ownerReferences[0].kind} {.metadata.name}{\"\\n\"}{end}"
        let jobs = try await server.kubectl(["get", "jobs", "-n", "production", "-o", "jsonpath=" + ended])
        let old = jobs.split(separator: "\n").filter { $0.hasPrefix("CronJob ") }.map { String($0.dropFirst(8)) }
        if !old.isEmpty { try await server.kubectl(["delete", "jobs", "-n", "production", "--wait=false"] + old) }
    }

    /// Sets the time of keyshift and of the cloud.
    func setTime(_ date: Date) async throws {
        let moment = Timestamp(milliseconds: Int(date.timeIntervalSince1970 * 1000)).text
        try Data(moment.utf8).write(to: URL(filePath: clock))
        try await cloud.setClock(moment)
        time.set(date)
    }

    // MARK: Programs

    /// The environment of whoever works with the cluster and the cloud here.
    var environment: [String: String] {
        cloud.environment().merging([
            "HOME": folder.appending(path: "home").path, "TMPDIR": folder.appending(path: "temporary").path,
            "KUBECONFIG": kubeconfig, "NO_COLOR": "1", "LANG": "C.UTF-8",
            "PATH": folder.appending(path: "bin").path + ":" + CloudServer.path,
        ]) { $1 }
    }

    /// Runs keyshift.
    func keyshift(_ words: [String], started: @Sendable (pid_t) -> Void = { _ in }) async throws -> Run {
        try await Run.of([Self.program] + words, environment: environment, in: folder, started: started)
    }

    /// Runs `keyshift migrate plan` with the clock of the bench, and without questions.
    func migrate(_ words: String..., started: @Sendable (pid_t) -> Void = { _ in }) async throws -> Run {
        try await keyshift(Self.migration(clock, words), started: started)
    }

    static func migration(_ clock: String, _ words: [String]) -> [String] {
        ["migrate", "plan", "--clock", clock, "--yes"] + keys.keys.sorted().flatMap { ["--confirm", $0] } + words
    }

    /// Runs keyshift, which has to end well.
    @discardableResult
    func expect(_ words: String..., location: SourceLocation = #_sourceLocation) async throws -> String {
        let run = try await keyshift(words)
        #expect(run.status == 0, "keyshift \(words): \(run.everything)", sourceLocation: location)
        return run.output
    }

    /// Where the program is: beside the tests.
    static let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path + "/keyshift"

    /// A time that goes on by itself from where it was set.
    private final class FileTime: @unchecked Sendable {
        private let lock = NSLock()
        private var offset = 0.0

        func set(_ date: Date) { lock.withLock { offset = date.timeIntervalSinceNow } }
        func now() -> Date { lock.withLock { Date(timeIntervalSinceNow: offset) } }
    }
}
