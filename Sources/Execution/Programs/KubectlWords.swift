import MigrationModel

/// Command lines of `kubectl` for one cluster, whose context is in each of them.
struct KubectlWords: Hashable, Sendable {
    /// The context; empty for the current one.
    var context = ""

    /// A command about an object, the place before its options.
    func of(_ object: ObjectReference, _ verb: String, _ options: String...) -> [String] {
        ["kubectl", verb, Self.name(object)] + place(object.namespace) + options
    }

    /// A command in a namespace.
    func words(_ words: [String], in namespace: String?, _ options: String...) -> [String] {
        ["kubectl"] + words + place(namespace) + options
    }

    /// A command inside of a container.
    func exec(_ command: [String], in container: String, of pod: String, _ namespace: String?) -> [String] {
        words(["exec", "pod/" + pod], in: namespace, "-c", container, "--") + command
    }

    private func place(_ namespace: String?) -> [String] {
        (context.isEmpty ? [] : ["--context", context]) + (namespace.map { ["-n", $0] } ?? [])
    }

    /// `deployment/api`; kinds of other groups are told apart by their group.
    static func name(_ object: ObjectReference) -> String {
        resource(object.kind, object.apiVersion) + "/" + object.name
    }

    /// `deployment`, or `rollout.argoproj.io`.
    static func resource(_ kind: String, _ apiVersion: String) -> String {
        let group = apiVersion.split(separator: "/").dropLast().joined(separator: "/")
        return group.isEmpty || ["apps", "batch"].contains(group) ? kind.lowercased() : "\(kind.lowercased()).\(group)"
    }

    /// Whether a word can be the name of a type, and not an option or worse.
    static func isType(_ resource: String) -> Bool {
        let isPlain = resource.utf8.allSatisfy { byte in
            byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
                || byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
                || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-")
        }
        return isPlain && resource.first?.isLetter == true
    }
}
