import ClusterDump
import Foundation
import KubernetesHarness
import MigrationModel
import Planning
import Rendering
import Testing

@testable import keyshift

/// Plans a dump and tries what the plan says on a real API server: each patch, its undo, and the object afterwards.
struct PatchProof {
    let server: APIServer
    let folder: URL
    let plan: Plan

    /// Reads what the server has in a namespace, plans it, and writes the files of the plan.
    init(_ server: APIServer, namespace: String, context: String = "admin") async throws {
        self.server = server
        let kinds =
            "deployments,replicasets,statefulsets,daemonsets,cronjobs,jobs,pods,controllerrevisions,secrets,configmaps,"
            + "serviceaccounts,poddisruptionbudgets"
        let dump = try await server.kubectl(["get", kinds, "-n", namespace, "-o", "json"])
        folder = FileManager.default.temporaryDirectory.appending(path: "patches-" + UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try Data(dump.utf8).write(to: folder.appending(path: "dump.json"))
        var configuration = Configuration(clusters: [
            ClusterConfiguration(
                name: "prod", platform: .eks, region: "eu-west-1", account: "123456789012",
                issuer: "https://oidc.example.com/id/A", hasPodIdentityAgent: true)
        ])
        configuration.preferences.infrastructure = .commands
        let result = ScanRun(workers: 1, allowances: [], now: "2026-11-21T12:00:00Z")
            .result(over: DocumentFeed(FileQueue([folder.path + "/dump.json"])))
        plan = try Planner(
            PlanningInput(
                report: result.report, objects: result.objects, configuration: configuration, today: "2026-11-21",
                context: context)
        ).plan()
        for file in PlanFiles.files(of: plan, configuration: configuration) {
            let place = folder.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.contents.utf8).write(to: place)
        }
    }

    /// Takes the folder away.
    func remove() { try? FileManager.default.removeItem(at: folder) }

    /// The step whose name ends so.
    func step(_ end: String) throws -> Step { try #require(plan.steps.first { $0.id.hasSuffix(end) }, "\(end)") }

    /// A file of the plan.
    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// An object without what every write changes.
    func object(_ name: String, _ namespace: String) async throws -> NSDictionary {
        let text = try await server.kubectl(["get", name, "-n", namespace, "-o", "json"])
        let read = try JSONSerialization.jsonObject(with: Data(text.utf8))
        var object = try #require(read as? [String: Any])
        object["status"] = nil
        var metadata = try #require(object["metadata"] as? [String: Any])
        for name in ["resourceVersion", "generation", "managedFields", "uid", "creationTimestamp"] {
            metadata[name] = nil
        }
        // The controllers count revisions here, also those that only bring back an old one.
        var annotations = metadata["annotations"] as? [String: Any] ?? [:]
        annotations["deployment.kubernetes.io/revision"] = nil
        annotations["deprecated.daemonset.template.generation"] = nil
        metadata["annotations"] = annotations
        object["metadata"] = metadata
        return object as NSDictionary
    }

    /// A Secret without what `kubectl create` writes anew where it is there: the record of `kubectl apply`.
    func carrier(_ name: String, _ namespace: String) async throws -> NSDictionary {
        var object = try await object("secret/\(name)", namespace) as? [String: Any] ?? [:]
        var metadata = object["metadata"] as? [String: Any] ?? [:]
        var annotations = metadata["annotations"] as? [String: Any] ?? [:]
        annotations["kubectl.kubernetes.io/last-applied-configuration"] = nil
        metadata["annotations"] = annotations
        object["metadata"] = metadata
        return object as NSDictionary
    }

    /// Applies a patch of the plan, first without effect.
    func patch(_ name: String, _ namespace: String, _ file: String) async throws {
        let words = ["patch", name, "-n", namespace, "--type", "json", "--patch-file", path(file)]
        try await server.kubectl(words + ["--dry-run=server"])
        try await server.kubectl(words)
    }

    /// Runs the commands of a script of the plan, as a person would.
    func run(_ commands: String, environment: [String: String] = [:]) async throws {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/bash")
        process.arguments = ["-euo", "pipefail", "-c", commands]
        process.currentDirectoryURL = folder
        process.environment = ProcessInfo.processInfo.environment
            .merging(["KUBECONFIG": server.kubeconfig]) { $1 }.merging(environment) { $1 }
        let output = folder.appending(path: UUID().uuidString + ".out")
        try Data().write(to: output)
        let handle = try FileHandle(forWritingTo: output)
        process.standardOutput = handle
        process.standardError = handle
        process.standardInput = FileHandle.nullDevice
        let status: Int32 = try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        let said = (try? String(contentsOf: output, encoding: .utf8)) ?? ""
        guard status == 0 else { throw HarnessError("\(commands)\n\(said)") }
    }

    /// The commands in a runbook under a title of a step.
    func commands(_ step: Step, _ title: String) throws -> String {
        let runbooks = try FileManager.default.subpathsOfDirectory(atPath: folder.path).filter {
            $0.hasPrefix("runbooks/") && $0.hasSuffix(".md")
        }
        for name in runbooks {
            let text = try String(contentsOf: folder.appending(path: name), encoding: .utf8)
            guard let start = text.range(of: "### `\(step.id)`\n") else { continue }
            let rest = text[start.upperBound...]
            let section = rest[..<(rest.range(of: "\n### ")?.lowerBound ?? rest.endIndex)]
            guard let heading = section.range(of: "\n\(title):\n\n```sh\n"),
                let end = section[heading.upperBound...].range(of: "\n```")
            else { continue }
            return String(section[heading.upperBound..<end.lowerBound])
        }
        throw HarnessError("no runbook says for \(step.id): \(title)")
    }
}

extension NSDictionary {
    /// What stands behind members in each other, `spec.template`.
    func value(at path: String) -> Any? {
        path.split(separator: ".").reduce(self as Any?) { ($0 as? NSDictionary)?[String($1)] }
    }
}
