import MigrationModel
import StructuredText

/// Makes an object; one that is there already has to have everything that the manifest says.
struct CreateStep: CallStep {
    private let manifest: ObjectManifest
    private let access: KubernetesAccess
    private var object: ObjectReference { manifest.object }

    init(_ manifest: ObjectManifest, _ access: KubernetesAccess) {
        self.manifest = manifest
        self.access = access
    }

    private var words: [String] { access.words.words(["create"], in: object.namespace, "-f", "-") }
    private var bytes: [UInt8] { Array(manifest.manifest.utf8) }

    func preview() async throws(AccessProblem) -> CallPreview {
        guard try await !isMade() else { return CallPreview(isDone: true, words: words) }
        try await access.change(words + ["--dry-run=server"], input: bytes, "\(object) could not be made")
        let value = StructuredValue.reading(json: manifest.manifest) ?? .null
        let redaction = Redaction(hidesData: ["Secret", "ConfigMap"].contains(object.kind))
        let members = value.members.map { "+ \($0.key): " + redaction.text($0.value, at: [$0.key]) }
        return CallPreview(isDone: false, words: words, difference: ["  \(object)"] + members)
    }

    func make(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        guard try await !isMade() else { return .found }
        do throws(KubectlFailure) {
            try await access.change(words, input: bytes)
        } catch {
            // Whoever was faster may have made the same.
            guard error.reason == .server("AlreadyExists"), try await isMade() else {
                throw error.problem("\(object) could not be made", access.cluster)
            }
            return .found
        }
        return .command(words)
    }

    private func isMade() async throws(AccessProblem) -> Bool {
        guard let live = try await access.object(object) else { return false }
        guard let value = StructuredValue.reading(json: manifest.manifest) else { throw Drift.unreadable(object) }
        guard live.covers(value, inAnyList: true) else {
            throw AccessProblem(
                .conflict, "\(object) is there already, and is another one than the plan makes.",
                advice: "See whose it is; delete or rename it, then run this again.")
        }
        return true
    }
}
