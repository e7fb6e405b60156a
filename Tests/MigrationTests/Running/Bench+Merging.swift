import Foundation
import KubernetesHarness
import MigrationModel
import Rendering
import Testing

extension Bench {
    /// Merges what the plan has for a step, as the owner of the repository would, and waits until it is rolled out.
    ///
    /// - Returns: whether the plan has files for it.
    func merge(_ step: Step, of plan: Plan) async throws -> Bool {
        let files = PlanCalls(plan).procedure(of: step).files
        for file in files where step.actor == .gitOps { try await merge(file) }
        return step.actor == .gitOps && !files.isEmpty
    }

    /// Puts one file into the cluster: a patch of the object in its name, or a manifest.
    func merge(_ file: String) async throws {
        let path = folder.appending(path: "plan/" + file).path
        guard let match = file.firstMatch(of: #/([^/]+)/([a-z]+)-([^/]+)\.patch\.(json|yaml)$/#) else {
            try await server.kubectl(["apply", "-f", path])
            return
        }
        let object = "\(match.2)/\(match.3)"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        if match.4 == "yaml" {
            // What goes is a patch with `$patch: delete`, which only kustomize understands.
            if text.contains("$patch: delete") {
                try await server.kubectl(["delete", object, "-n", String(match.1), "--ignore-not-found"])
            } else {
                try await server.kubectl(["patch", object, "-n", String(match.1), "--patch-file", path])
            }
            return
        }
        let patch = ["patch", object, "-n", String(match.1), "--type", "json", "--patch-file", path]
        do {
            try await server.kubectl(patch)
        } catch {
            // A file that is merged already does not fit any more: its tests pin what was there before.
            #expect(
                "\(error)".contains("the server rejected our request") || "\(error)".contains("Invalid")
                    || "\(error)".contains("test"), "\(error)")
        }
    }
}
