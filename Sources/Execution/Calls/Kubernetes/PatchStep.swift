import MigrationModel
import StructuredText

/// Changes an object by a JSON patch.
struct PatchStep: CallStep {
    private let patch: ObjectPatch
    private let access: KubernetesAccess
    private var object: ObjectReference { patch.object }
    /// Somebody may change the object between a look and the patch, but not for ever.
    private static let attempts = 3

    init(_ patch: ObjectPatch, _ access: KubernetesAccess) {
        self.patch = patch
        self.access = access
    }

    private var words: [String] {
        access.words.of(object, "patch", "--type", "json", "--patch-file", "/dev/stdin")
    }
    private var what: String { "\(object) could not be changed" }

    func preview() async throws(AccessProblem) -> CallPreview {
        guard let live = try await access.object(object) else { throw Drift.missing(object) }
        guard let (operations, result) = try ready(live) else { return CallPreview(isDone: true, words: words) }
        do throws(KubectlFailure) {
            try await access.try(words, input: operations.bytes)
        } catch {
            throw try await problem(error)
        }
        return CallPreview(
            isDone: false, words: words, difference: ObjectDifference.lines(from: live, to: result))
    }

    func make(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        var failure: KubectlFailure?
        for _ in 0..<Self.attempts {
            guard let live = try await access.object(object) else { throw Drift.missing(object) }
            guard let (operations, _) = try ready(live) else { return failure == nil ? .found : .command(words) }
            do throws(KubectlFailure) {
                try await access.try(words, input: operations.bytes)
                try await access.change(words, input: operations.bytes)
                return .command(words)
            } catch {
                guard Self.mayBeRace(error) else { throw error.problem(what, access.cluster) }
                failure = error
            }
        }
        throw failure?.problem(what, access.cluster) ?? Drift.unreadable(object)
    }

    /// The operations to send and what they lead to; `nil` when there is nothing to do.
    private func ready(
        _ live: StructuredValue
    ) throws(AccessProblem) -> (operations: [PatchOperation], result: StructuredValue)? {
        guard let operations = PatchOperation.reading(patch.operations),
            let reverse = patch.reverse.isEmpty ? [] : PatchOperation.reading(patch.reverse)
        else { throw Drift.unreadable(object) }
        switch PatchStanding(live, operations, reverse: reverse) {
        case .done: return nil
        case .drifted(let mismatch): throw Drift.problem(object, mismatch)
        case .ready(let operations, let result):
            // Another object of the name, made meanwhile, is none that anybody looked at.
            let pin = live.value(at: "/metadata/uid").map { [PatchOperation(.test, "/metadata/uid", $0)] } ?? []
            return (pin + operations, result)
        }
    }

    /// What the API server refuses is what changed between two looks, or what it never takes.
    private func problem(_ failure: KubectlFailure) async throws(AccessProblem) -> AccessProblem {
        if Self.mayBeRace(failure), let live = try await access.object(object) { _ = try ready(live) }
        return failure.problem(what, access.cluster)
    }

    static func mayBeRace(_ failure: KubectlFailure) -> Bool {
        failure.reason == .server("Invalid") || failure.reason == .server("Conflict")
    }
}
