import MigrationModel
import StructuredText

/// Puts the values of a Secret back into a template as literals, waits for the rollout, then deletes the Secret.
///
/// The Secret stays until no Pod of the template that refers to it is left: a container of one may start again at any time.
struct LiteralRestoreStep: CallStep {
    private let literals: KeptLiterals
    private let access: KubernetesAccess
    private var workload: ObjectReference { literals.workload }

    init(_ literals: KeptLiterals, _ access: KubernetesAccess) {
        self.literals = literals
        self.access = access
    }

    private var words: [String] {
        access.words.of(workload, "patch", "--type", "json", "--patch-file", "/dev/stdin")
    }
    private var dropWords: [String] { access.words.of(literals.object, "delete", "--ignore-not-found", "--wait") }
    private var what: String { "\(workload) could not be changed" }

    func preview() async throws(AccessProblem) -> CallPreview {
        let secret = try await access.object(literals.object)
        let operations = try await operations(secret)
        guard !operations.isEmpty else {
            return CallPreview(
                isDone: secret == nil, words: dropWords, difference: secret == nil ? [] : ["- \(literals.object)"])
        }
        try await access.change(words + ["--dry-run=server"], input: operations.bytes, what)
        var lines: [String] = []
        for (variable, pointer) in zip(literals.variables, literals.pointers) {
            let name = JSONWriter.text(for: .string(variable), pretty: false)
            lines += [
                "  \(pointer)", "- {\"name\":\(name),\"valueFrom\":…}",
                "+ {\"name\":\(name),\"value\":\"\(Redaction.mark)\"}",
            ]
        }
        return CallPreview(isDone: false, words: words, difference: lines + ["- \(literals.object)"])
    }

    func make(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        let secret = try await access.object(literals.object)
        let operations = try await operations(secret)
        if operations.isEmpty, secret == nil { return .found }
        if !operations.isEmpty {
            try await access.change(words + ["--dry-run=server"], input: operations.bytes, what)
            try await access.change(words, input: operations.bytes, what)
        }
        _ = try await RolloutStep(workload, access).make(progress)
        try await JobsOfSecret(workload, literals.secret, access).end(progress)
        try await access.change(dropWords, "\(literals.object) could not be deleted")
        return .command(operations.isEmpty ? dropWords : words + [";"] + dropWords)
    }

    /// The patch, each value behind a test that the entry is the one that is meant; empty when the literals are back.
    private func operations(_ secret: StructuredValue?) async throws(AccessProblem) -> [PatchOperation] {
        guard let live = try await access.object(workload) else { throw Drift.missing(workload) }
        var operations: [PatchOperation] = []
        for (variable, pointer) in zip(literals.variables, literals.pointers) {
            guard case .moved = try literals.entry(variable, at: pointer, in: live) else { continue }
            guard let text = secret?["data"]?[variable]?.text, let bytes = Base64.bytes(text) else {
                throw Drift.other(literals.object, "it has no entry \(variable)")
            }
            let value = StructuredValue.string(String(decoding: bytes, as: UTF8.self))
            operations += [
                PatchOperation(.test, pointer + "/name", .string(variable)),
                PatchOperation(.test, pointer + "/valueFrom/secretKeyRef/name", .string(literals.secret)),
                PatchOperation(.replace, pointer, ["name": .string(variable), "value": value]),
            ]
        }
        return operations
    }
}
