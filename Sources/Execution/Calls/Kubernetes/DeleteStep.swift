import MigrationModel
import StructuredText

/// Deletes an object, and waits until it is gone.
struct DeleteStep: CallStep {
    private let object: ObjectReference
    private let access: KubernetesAccess

    init(_ object: ObjectReference, _ access: KubernetesAccess) {
        self.object = object
        self.access = access
    }

    private var words: [String] { access.words.of(object, "delete", "--ignore-not-found", "--wait") }

    func preview() async throws(AccessProblem) -> CallPreview {
        guard try await access.object(object) != nil else { return CallPreview(isDone: true, words: words) }
        let tried = access.words.of(object, "delete", "--ignore-not-found", "--wait=false", "--dry-run=server")
        try await access.change(tried, "\(object) could not be deleted")
        return CallPreview(isDone: false, words: words, difference: ["- \(object)"])
    }

    func make(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        guard try await access.object(object) != nil else { return .found }
        do throws(KubectlFailure) {
            try await access.change(words)
        } catch {
            if error.reason == .silent, let left = try await access.object(object),
                let finalizers = left.value(at: "/metadata/finalizers"), !finalizers.elements.isEmpty
            {
                throw AccessProblem(
                    .unavailable, "\(object) is being deleted, but something holds it back (its finalizers).",
                    advice: "See what takes care of its finalizers, then run this again.")
            }
            throw error.problem("\(object) could not be deleted", access.cluster)
        }
        return .command(words)
    }
}
