import MigrationModel

/// Command lines of `kubectl` for one cluster.
struct Kubectl: Hashable, Sendable {
    /// The context that every command names; empty for the current one.
    var context = ""
    /// The namespace that every command names; `nil` for objects without one.
    var namespace: String?

    /// The same in the namespace of an object.
    func of(_ object: ObjectReference) -> Kubectl { Kubectl(context: context, namespace: object.namespace) }

    /// The words of a command.
    func words(_ words: String...) -> [String] { self.words(words) }

    /// The words of a command, the place before its other options.
    func words(_ words: [String]) -> [String] {
        let place = (context.isEmpty ? [] : ["--context", context]) + (namespace.map { ["-n", $0] } ?? [])
        let options = words.firstIndex { $0.hasPrefix("-") } ?? words.endIndex
        return ["kubectl"] + words[..<options] + place + words[options...]
    }

    /// A command.
    func command(_ words: String...) -> ShellCommand { ShellCommand(words: self.words(words)) }

    /// `kubectl VERB -f -` at the end of a pipe; what it reads says its namespace itself.
    func reading(_ verb: String...) -> String {
        Self.line(["kubectl"] + verb + (context.isEmpty ? [] : ["--context", context]) + ["-f", "-"])
    }

    /// Commands joined by pipes.
    static func pipe(_ commands: String...) -> ShellCommand {
        ShellCommand(shell: commands.joined(separator: " \\\n  | "))
    }

    /// A patch of what comes through a pipe, printed as JSON and asked of no cluster.
    static func local(_ patch: [String], output: String = "json") -> String {
        line(["kubectl", "patch", "--local", "-f", "-", "--type", "json"] + patch + ["-o", output])
    }

    /// One line, as a part of a pipe, which breaks between its parts only.
    static func line(_ words: [String]) -> String { words.map(ShellWord.quoted).joined(separator: " ") }

    /// `deployment/api`; kinds of other groups are told apart by their group.
    static func name(_ object: ObjectReference) -> String { resource(object) + "/" + object.name }

    /// `deployment`, or `rollout.argoproj.io`.
    static func resource(_ object: ObjectReference) -> String {
        let group = object.apiVersion.split(separator: "/").dropLast().joined(separator: "/")
        let kind = object.kind.lowercased()
        return group.isEmpty || builtIn.contains(group) ? kind : "\(kind).\(group)"
    }

    private static let builtIn: Set<String> = ["apps", "batch"]

    /// A name as a member in an expression of JSONPath; `nil` where it cannot be one.
    static func member(_ name: String) -> String? {
        guard isPlain(name) else { return nil }
        return "['" + name.split(separator: ".", omittingEmptySubsequences: false).joined(separator: "\\.") + "']"
    }

    /// Whether a name means itself in an expression of JSONPath.
    static func isPlain(_ name: String) -> Bool { !name.utf8.contains { "\"'\\\n".utf8.contains($0) } }

    /// A JSON pointer as an expression of JSONPath; `nil` where a name in it cannot be part of one.
    static func path(_ pointer: String) -> String? {
        var path = ""
        for token in pointer.split(separator: "/") {
            guard token.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F && !"\"'\\~.[]{}".utf8.contains($0) }) else {
                return nil
            }
            path += Int(token) != nil && !path.isEmpty ? "[\(token)]" : ".\(token)"
        }
        return path
    }
}
