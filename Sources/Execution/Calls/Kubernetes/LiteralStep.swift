import MigrationModel
import StructuredText

/// Makes a Secret from literals of a template; the values pass through memory only.
struct LiteralStep: CallStep {
    private let literals: KeptLiterals
    private let access: KubernetesAccess
    private var secret: ObjectReference { literals.object }

    init(_ literals: KeptLiterals, _ access: KubernetesAccess) {
        self.literals = literals
        self.access = access
    }

    private var words: [String] { access.words.words(["create"], in: secret.namespace, "-f", "-") }
    private var what: String { "\(secret) could not be made" }

    func preview() async throws(AccessProblem) -> CallPreview {
        guard let bytes = try await manifest() else { return CallPreview(isDone: true, words: words) }
        try await access.change(words + ["--dry-run=server"], input: bytes, what)
        return CallPreview(
            isDone: false, words: words,
            difference: ["  \(secret)"] + literals.variables.map { "+ /data/\(JSONPointer.token($0))" })
    }

    func make(_ progress: @Sendable (String) -> Void) async throws(AccessProblem) -> Deed {
        guard let bytes = try await manifest() else { return .found }
        try await access.change(words, input: bytes, what)
        // The template is changed next, and nothing else holds the values then.
        guard try await manifest() == nil else { throw Drift.other(literals.workload, "somebody changes it meanwhile") }
        return .command(words)
    }

    /// The Secret to make; `nil` when it is there with every value.
    private func manifest() async throws(AccessProblem) -> [UInt8]? {
        guard let workload = try await access.object(literals.workload) else { throw Drift.missing(literals.workload) }
        let live = try await access.object(secret)
        var entries: [(name: String, value: String)] = []
        for (variable, pointer) in zip(literals.variables, literals.pointers) {
            let kept = live?["data"]?[variable]?.text
            switch try literals.entry(variable, at: pointer, in: workload) {
            case .moved:
                guard kept != nil else {
                    throw Drift.other(literals.workload, "\(variable) refers to \(secret), which has no such entry")
                }
            case .literal(let value):
                let text = Base64.text(Array(value.utf8))
                entries.append((variable, text))
                guard live == nil || kept == text else {
                    throw AccessProblem(
                        .conflict, "\(secret) is there already with another value of \(variable) than the template.",
                        advice: "See whose it is; delete it if it is of no use, then run this again.")
                }
            }
        }
        return live == nil ? KeptObject.manifest(literals.secret, secret.namespace, entries) : nil
    }
}

extension KeptLiterals {
    /// The Secret.
    var object: ObjectReference {
        ObjectReference(apiVersion: "v1", kind: "Secret", namespace: workload.namespace, name: secret)
    }

    /// What an entry of a template says of a variable.
    enum Entry {
        /// Its value, which is a secret.
        case literal(String)
        /// That it is in the Secret.
        case moved
    }

    /// Reads an entry.
    ///
    /// - Throws: `drifted` for another variable at this place, and for one from elsewhere; `refused` for a value that kubelets
    ///   expand ([dependent variables](https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/)),
    ///   which they do not do in a Secret.
    func entry(
        _ variable: String, at pointer: String, in object: StructuredValue
    ) throws(AccessProblem) -> Entry {
        guard let entry = object.value(at: pointer), entry["name"]?.text == variable else {
            throw Drift.other(workload, "\(variable) does not stand at \(pointer) any more")
        }
        if let reference = entry["valueFrom"]?["secretKeyRef"] {
            guard reference["name"]?.text == secret, reference["key"]?.text == variable else {
                throw Drift.other(workload, "\(variable) comes from another Secret")
            }
            return .moved
        }
        guard let value = entry["value"]?.text, !value.isEmpty else {
            throw Drift.other(workload, "\(variable) has no value of its own")
        }
        guard !value.contains("$(") && !value.contains("$$") else {
            throw AccessProblem(
                .refused, "\(variable) of \(workload) refers to other variables, which no Secret can.",
                advice: "Write its value out in the template, then plan again from a fresh dump.")
        }
        return .literal(value)
    }
}
