import MigrationModel

/// The words of a question to `kubectl`, and how it is named in evidence.
struct KubectlQuestion: Hashable, Sendable {
    /// `kubectl` and its arguments.
    let words: [String]

    /// `kubectl get WHAT --context CONTEXT -n NAMESPACE -o json`.
    init(get what: [String], context: String, namespace: String?) {
        words =
            ["kubectl", "get"] + what + Self.place(context, namespace) + ["-o", "json"]
    }

    /// The names of the types of a cluster that have objects in namespaces.
    init(typesIn context: String) {
        words =
            ["kubectl", "api-resources"] + Self.place(context, nil) + ["--verbs=list", "--namespaced", "-o", "name"]
    }

    /// A command inside of a container.
    init(run command: [String], in container: String, of pod: String, context: String, namespace: String?) {
        words = ["kubectl", "exec", "pod/\(pod)"] + Self.place(context, namespace) + ["-c", container, "--"] + command
    }

    private static func place(_ context: String, _ namespace: String?) -> [String] {
        (context.isEmpty ? [] : ["--context", context]) + (namespace.map { ["-n", $0] } ?? [])
    }

    /// What is run.
    func invocation(patience: Int = 60_000) -> Invocation {
        Invocation("kubectl", Array(words.dropFirst()), patience: patience)
    }

    /// How evidence names it.
    var source: String { words.joined(separator: " ") }

    /// `deployment`, or `rollout.argoproj.io` for kinds of other groups; `nil` for what cannot be the name of a type.
    static func resource(_ apiVersion: String, _ kind: String) -> String? {
        let group = apiVersion.split(separator: "/").dropLast().joined(separator: "/")
        let name = kind.lowercased() + (group.isEmpty || ["apps", "batch"].contains(group) ? "" : "." + group)
        let isPlain = name.utf8.allSatisfy { byte in
            byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
                || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        }
        return isPlain && name.first?.isLetter == true ? name : nil
    }
}
