import MigrationModel
import StructuredText

/// Sees that a list of an object has an entry, or has it not.
struct EntryStep: CallStep {
    private let entry: ListedEntry
    private let isIncluded: Bool
    private let access: KubernetesAccess
    private var object: ObjectReference { entry.object }
    private static let attempts = 3

    init(_ entry: ListedEntry, isIncluded: Bool, _ access: KubernetesAccess) {
        self.entry = entry
        self.isIncluded = isIncluded
        self.access = access
    }

    private var words: [String] {
        access.words.of(object, "patch", "--type", "json", "--patch-file", "/dev/stdin")
    }
    private var what: String { "\(object) could not be changed" }

    func preview() async throws(AccessProblem) -> CallPreview {
        guard let operations = try await operations() else { return CallPreview(isDone: true, words: words) }
        try await access.change(words + ["--dry-run=server"], input: operations.bytes, what)
        let line = Redaction(hidesData: false).text(value, at: [])
        return CallPreview(
            isDone: false, words: words, difference: ["  " + entry.list, (isIncluded ? "+ " : "- ") + line])
    }

    func make(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        var failure: KubectlFailure?
        for _ in 0..<Self.attempts {
            guard let operations = try await operations() else { return failure == nil ? .found : .command(words) }
            do throws(KubectlFailure) {
                try await access.try(words, input: operations.bytes)
                try await access.change(words, input: operations.bytes)
                return .command(words)
            } catch {
                guard PatchStep.mayBeRace(error) else { throw error.problem(what, access.cluster) }
                failure = error
            }
        }
        throw failure?.problem(what, access.cluster) ?? Drift.unreadable(object)
    }

    private var value: StructuredValue { StructuredValue.reading(json: entry.entry) ?? .null }

    /// What there is to do, for the list as it is; an object that is gone has no entries.
    private func operations() async throws(AccessProblem) -> [PatchOperation]? {
        guard value != .null else { throw Drift.unreadable(object) }
        guard let live = try await access.object(object) else {
            if isIncluded { throw Drift.missing(object) }
            return nil
        }
        let list = live.value(at: entry.list)
        let index = list?.elements.firstIndex { $0.covers(value) }
        guard (index != nil) != isIncluded else { return nil }
        // Positions are those of this version, and of no other.
        let pin = PatchOperation(
            .test, "/metadata/resourceVersion", live.value(at: "/metadata/resourceVersion") ?? .null)
        if let index { return [pin, PatchOperation(.remove, "\(entry.list)/\(index)")] }
        return list == nil
            ? [pin, PatchOperation(.add, entry.list, .sequence([value]))]
            : [pin, PatchOperation(.add, entry.list + "/-", value)]
    }
}
