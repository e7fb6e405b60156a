import MigrationModel
internal import StructuredText

/// The commands that move literals of a template into a Secret, and back.
///
/// Values go from the API server through pipes and back, into no file, no argument and no history of a shell.
struct LiteralCommands {
    private let action: MoveLiteral
    private let kubectl: Kubectl
    /// Where the patch is that lets the template refer to the Secret.
    private let patch: String

    init(_ action: MoveLiteral, _ kubectl: Kubectl = Kubectl(), patch: String) {
        self.action = action
        self.kubectl = kubectl.of(action.workload)
        self.patch = patch
    }

    private var name: String { Kubectl.name(action.workload) }
    private var secret: String { "secret/\(action.secret)" }
    private var paths: [String]? {
        let paths = action.pointers.compactMap(Kubectl.path)
        guard !paths.isEmpty, paths.count == action.variables.count, action.variables.allSatisfy(Kubectl.isPlain) else {
            return nil
        }
        return paths
    }

    /// Sees that each entry is the one that is meant, makes the Secret, sees that no value is empty, then changes the template.
    var move: [ShellCommand] {
        guard let paths else { return [] }
        let pairs = Array(zip(action.variables, paths))
        let create = ShellCommand(words: kubectl.words("create", "secret", "generic", action.secret)).text
        let values = pairs.map { variable, path in
            " \\\n  --from-file=\(ShellWord.quoted(variable))=<(\(get("{\(path).value}")))"
        }
        return pairs.map { variable, path in
            ShellCommand(shell: "test \"$(\(get("{\(path).name}")))\" = \(ShellWord.quoted(variable))")
        } + [ShellCommand(shell: create + values.joined())] + action.variables.compactMap(check)
            + WorkloadCommands(workload: action.workload, kubectl: kubectl).patch(patch)
    }

    /// Makes a patch of the values, inside a pipe, that puts them back where they were, then deletes the Secret.
    var putBack: [ShellCommand] {
        guard paths != nil else { return [] }
        let read = ShellCommand(words: kubectl.words("get", secret, "-o", "go-template=" + template)).text
        let patch = kubectl.words("patch", name, "--type", "json", "--patch-file", "/dev/stdin")
        return [Kubectl.pipe(read, ShellCommand(words: patch).text), kubectl.command("delete", secret)]
    }

    private func get(_ path: String) -> String {
        ShellCommand(words: kubectl.words("get", name, "-o", "jsonpath=" + path)).text
    }

    /// A pipe that failed leaves an empty entry, which must not take the place of the key.
    private func check(_ variable: String) -> ShellCommand? {
        Kubectl.member(variable).map { member in
            let get = ShellCommand(words: kubectl.words("get", secret, "-o", "jsonpath={.data\(member)}"))
            return ShellCommand(shell: "test -n \"$(\(get.text))\"")
        }
    }

    /// The patch as a template of Go, in which each value is written as the text that it is.
    private var template: String {
        let operations = zip(action.variables, action.pointers).flatMap { variable, pointer in
            let name = MachineText.line(.string(variable))
            let test: StructuredValue = [
                "op": "test", "path": .string(pointer + "/valueFrom/secretKeyRef/name"),
                "value": .string(action.secret),
            ]
            return [
                MachineText.line(test),
                #"{"op":"replace","path":\#(MachineText.line(.string(pointer))),"value":{"name":\#(name),"value":"#
                    + #"{{printf "%q" (base64decode (index .data \#(name)))}}}}"#,
            ]
        }
        return "[" + operations.joined(separator: ",") + "]"
    }
}
