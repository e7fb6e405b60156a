import MigrationModel
import StructuredText

/// Keeps an object whole in a Secret beside it, before it is changed.
struct CopyStep: CallStep {
    private let copy: KeptCopy
    private let access: KubernetesAccess
    private var secret: ObjectReference { KeptObject.secret(copy.copy, copy.object) }

    init(_ copy: KeptCopy, _ access: KubernetesAccess) {
        self.copy = copy
        self.access = access
    }

    private var create: [String] { access.words.words(["create"], in: secret.namespace, "-f", "-") }
    private var replace: [String] { access.words.words(["replace"], in: secret.namespace, "-f", "-") }
    private var what: String { "\(copy.object) could not be kept in \(secret)" }

    func preview() async throws(AccessProblem) -> CallPreview {
        guard let (words, bytes) = try await change() else { return CallPreview(isDone: true, words: create) }
        try await access.change(words + ["--dry-run=server"], input: bytes, what)
        return CallPreview(isDone: false, words: words, difference: ["  \(copy.object)", "+ \(secret)"])
    }

    func make(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        guard let (words, bytes) = try await change() else { return .found }
        try await access.change(words, input: bytes, what)
        // What is changed next cannot be brought back from anything else.
        guard try await change() == nil else {
            throw AccessProblem(
                .drifted, "\(copy.object) was changed by somebody while it was kept in \(secret).", advice: Drift.advice
            )
        }
        return .command(words)
    }

    /// How the copy is made, or made anew; `nil` when it is whole.
    ///
    /// An object that has lost what is to be kept leaves the copy as it is.
    private func change() async throws(AccessProblem) -> (words: [String], bytes: [UInt8])? {
        let bytes = try await access.bytes(of: copy.object)
        let kept = try await KeptObject(copy.object, in: copy.copy, access)?.value
        guard !bytes.isEmpty else {
            guard kept != nil else { throw Drift.missing(copy.object) }
            return nil
        }
        guard let live = StructuredValue.reading(json: bytes) else {
            throw KubectlFailure(unreadable: ()).problem(what, access.cluster)
        }
        if let kept, Self.contents(kept).isSame(as: Self.contents(live)) { return nil }
        if let entries = copy.entries {
            let gone = entries.filter { Self.entry($0, of: live) == nil }
            if !gone.isEmpty {
                guard let kept, entries.allSatisfy({ Self.entry($0, of: kept) != nil }) else {
                    throw Drift.other(
                        copy.object, "\(gone.joined(separator: ", ")) is gone, and no copy of it is in \(secret)")
                }
                return nil
            }
        }
        return (kept == nil ? create : replace, KeptObject.manifest(copy.copy, copy.object, bytes))
    }

    /// An entry of a Secret or ConfigMap.
    static func entry(_ name: String, of object: StructuredValue) -> StructuredValue? {
        guard let value = object["data"]?[name], value != .null else { return nil }
        return value
    }

    /// What people have written, without what every change of an API server changes.
    private static func contents(_ object: StructuredValue) -> StructuredValue { DeriveStep.anew(object) }
}
