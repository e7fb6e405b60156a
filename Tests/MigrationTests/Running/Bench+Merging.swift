import Foundation
import KubernetesHarness
import MigrationModel
import Rendering
import Testing

extension Bench {
    /// Merges what the plan has for a step, as the owner of the repository would, and Argo CD after that.
    func merge(_ step: Step, of plan: Plan) async throws {
        let files = PlanCalls(plan).procedure(of: step).files
        #expect(!files.isEmpty, "\(step.id) has nothing to merge")
        for file in files { try await merge(file) }
    }

    /// Puts one file into the cluster: a patch of the object in its name, or a manifest.
    func merge(_ file: String) async throws {
        let path = folder.appending(path: "plan/" + file).path
        guard let match = file.firstMatch(of: #/([^/]+)/([a-z]+)-([^/]+)\.patch\.(json|yaml)$/#) else {
            try await server.kubectl(["apply", "-f", path])
            return
        }
        let kind = match.4 == "json" ? "json" : "strategic"
        try await server.kubectl([
            "patch", "\(match.2)/\(match.3)", "-n", String(match.1), "--type", kind, "--patch-file", path,
        ])
    }
}
