import MigrationModel
internal import StructuredText

/// The commands that move literals of a template into a Secret.
///
/// Values go from the API server through pipes and back, into no file, no argument and no history of a shell.
struct LiteralCommands {
    private let action: MoveLiteral

    init(_ action: MoveLiteral) { self.action = action }

    private var place: [String] { action.workload.namespace.map { ["-n", $0] } ?? [] }
    private var name: String { "\(WorkloadCommands.resource(action.workload))/\(action.workload.name)" }

    /// Makes the Secret, sees that no entry is empty, then lets the template refer to it; none for kinds whose template does not change in place.
    var move: [ShellCommand] {
        guard let way = WorkloadPatch.way(to: action.workload), !action.variables.isEmpty,
            ([action.container] + action.variables).allSatisfy(Self.isPlain)
        else { return [] }
        let create = ShellCommand(words: ["kubectl", "create", "secret", "generic", action.secret] + place)
        let values = action.variables.map { " \\\n  --from-file=\(ShellWord.quoted($0))=<(\(value(of: $0, way)))" }
        let patch = ShellCommand(
            words: ["kubectl", "patch", name] + place + ["--type", "strategic", "-p", MachineText.line(reference(way))])
        return [ShellCommand(shell: create.text + values.joined())] + action.variables.map(check) + [patch]
    }

    /// A pipe that failed leaves an empty entry, which must not take the place of the key.
    private func check(_ variable: String) -> ShellCommand {
        let get = ShellCommand(
            words: ["kubectl", "get", "secret/\(action.secret)"] + place + ["-o", "jsonpath={.data['\(variable)']}"])
        return ShellCommand(shell: "test -n \"$(\(get.text))\"")
    }

    /// Whether a name means itself in an expression of JSONPath.
    private static func isPlain(_ name: String) -> Bool {
        !name.utf8.contains { "\"'\\\n".utf8.contains($0) }
    }

    private func value(of variable: String, _ way: [String]) -> String {
        let template = "{." + way.joined(separator: ".") + ".spec.containers"
        let path = template + "[?(@.name==\"\(action.container)\")].env[?(@.name==\"\(variable)\")].value}"
        return ShellCommand(words: ["kubectl", "get", name] + place + ["-o", "jsonpath=" + path]).text
    }

    private func reference(_ way: [String]) -> StructuredValue {
        let entries = action.variables.map { variable -> StructuredValue in
            let reference: StructuredValue = ["name": .string(action.secret), "key": .string(variable)]
            return ["name": .string(variable), "value": .null, "valueFrom": ["secretKeyRef": reference]]
        }
        let container: StructuredValue = ["name": .string(action.container), "env": .sequence(entries)]
        return way.reversed().reduce(["spec": ["containers": [container]]]) { value, name in
            .mapping([.init(name, value)])
        }
    }
}
