import MigrationModel
import StructuredText

/// Makes an object from another one, which passes through memory only.
struct DeriveStep: CallStep {
    private let derived: DerivedObject
    private let access: KubernetesAccess
    private var object: ObjectReference { derived.object }
    private var takesPlace: Bool { derived.source == derived.object }
    /// The label that only canaries have; its value is the name of the canary.
    private static let label = "/metadata/labels/keyshift-canary"

    init(_ derived: DerivedObject, _ access: KubernetesAccess) {
        self.derived = derived
        self.access = access
    }

    private var create: [String] { access.words.words(["create"], in: object.namespace, "-f", "-") }
    private var words: [String] {
        takesPlace ? access.words.words(["replace"], in: object.namespace, "--force", "-f", "-") : create
    }
    private var what: String { "\(object) could not be made" }

    func preview() async throws(AccessProblem) -> CallPreview {
        guard let draft = try await draft() else { return CallPreview(isDone: true, words: words) }
        do throws(KubectlFailure) {
            try await access.try(create, input: draft.bytes)
        } catch {
            // What takes the place of another one is there already; it was found valid before that was noticed.
            guard takesPlace, error.reason == .server("AlreadyExists") else {
                throw error.problem(what, access.cluster)
            }
        }
        return CallPreview(
            isDone: false, words: words,
            difference: [takesPlace ? "- \(object)" : "  \(derived.source)", "+ \(object)"]
                + ObjectDifference.lines(from: draft.source, to: draft.result, leaving: ["/metadata", "/status"]))
    }

    func make(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        guard let draft = try await draft() else { return .found }
        let words = draft.isLost ? create : self.words
        do throws(KubectlFailure) {
            if !takesPlace { try await access.try(create, input: draft.bytes) }
            try await access.change(words, input: draft.bytes, patience: 300_000)
        } catch {
            guard error.reason == .server("AlreadyExists"), try await self.draft() == nil else {
                throw error.problem(what, access.cluster)
            }
        }
        return .command(words)
    }

    /// The object to make, and what it is made from.
    private struct Draft {
        var source: StructuredValue
        var result: StructuredValue
        /// Whether the source was deleted, and nothing took its place.
        var isLost = false
        var bytes: [UInt8] { Array(JSONWriter.text(for: result, pretty: false).utf8) }
    }

    /// `nil` when it was made already.
    private func draft() async throws(AccessProblem) -> Draft? {
        guard let operations = PatchOperation.reading(derived.operations),
            let reverse = derived.reverse.isEmpty ? [] : PatchOperation.reading(derived.reverse)
        else { throw Drift.unreadable(object) }
        if !takesPlace, try await isMade() { return nil }
        let live = try await access.object(derived.source)
        guard let source = try await live == nil ? kept() : live else { throw Drift.missing(derived.source) }
        do throws(PatchMismatch) {
            let result = try operations.applied(to: source)
            return Draft(source: source, result: Self.anew(result), isLost: live == nil)
        } catch {
            if takesPlace, live != nil, PatchStanding.fits(source, reverse, removing: operations) { return nil }
            throw Drift.problem(derived.source, error)
        }
    }

    private func isMade() async throws(AccessProblem) -> Bool {
        guard let live = try await access.object(object) else { return false }
        guard live.value(at: Self.label)?.text == object.name else {
            throw AccessProblem(
                .conflict, "\(object) is there already, and is no canary of keyshift.",
                advice: "See whose it is; delete or rename it, then run this again.")
        }
        return true
    }

    /// The source as it was kept before it was deleted.
    private func kept() async throws(AccessProblem) -> StructuredValue? {
        guard takesPlace, !derived.copy.isEmpty else { return nil }
        return try await KeptObject(derived.source, in: derived.copy, access)?.value
    }

    /// Without what another object of the name would not have.
    static func anew(_ object: StructuredValue) -> StructuredValue {
        let given: Set<String> = [
            "uid", "resourceVersion", "creationTimestamp", "generation", "managedFields", "selfLink",
            "deletionTimestamp", "deletionGracePeriodSeconds",
        ]
        return .mapping(
            object.members.filter { $0.key != "status" }.map { member in
                guard member.key == "metadata" else { return member }
                return .init(
                    "metadata", .mapping(member.value.members.filter { !given.contains($0.key) && $0.value != .null }))
            })
    }
}
