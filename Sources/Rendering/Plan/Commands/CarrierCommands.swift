import MigrationModel
internal import StructuredText

/// The commands that take a carrier, or entries of it, away behind a copy that stays in the cluster.
///
/// Values go from the API server through a pipe and back, into no file. Nothing is applied: `kubectl apply` would write them
/// into an annotation.
struct CarrierCommands {
    private let action: RemoveCarrier

    init(_ action: RemoveCarrier) { self.action = action }

    private var place: [String] { action.carrier.namespace.map { ["-n", $0] } ?? [] }
    private var resource: String { WorkloadCommands.resource(action.carrier) }
    private var copy: String { "keyshift-kept-" + SafePath.digest(action.carrier.description) }

    /// Copies the object, then removes what the action says.
    var remove: [ShellCommand] {
        let name = "\(resource)/\(action.carrier.name)"
        let copying = copying(action.carrier.name, to: copy, "create")
        guard let entries = action.entries else {
            return [copying, ShellCommand(words: ["kubectl", "delete", name] + place)]
        }
        let patch = MachineText.line(.mapping([.init("data", .mapping(entries.map { .init($0, .null) }))]))
        return [
            copying, ShellCommand(words: ["kubectl", "patch", name] + place + ["--type", "merge", "-p", patch]),
        ]
    }

    /// Brings the object back from its copy.
    var restore: [ShellCommand] {
        [copying(copy, to: action.carrier.name, action.entries == nil ? "create" : "replace")]
    }

    /// Reads one object and writes it under another name, without what belongs to the first.
    private func copying(_ source: String, to target: String, _ verb: String) -> ShellCommand {
        let patch: StructuredValue = [
            "metadata": [
                "name": .string(target), "uid": .null, "resourceVersion": .null, "creationTimestamp": .null,
                "ownerReferences": .null, "labels": .null, "annotations": .null,
            ]
        ]
        let get = ShellCommand(words: ["kubectl", "get", "\(resource)/\(source)"] + place + ["-o", "yaml"])
        let rename = ShellCommand(
            "kubectl", "patch", "--local", "-f", "-", "--type", "merge", "-p", MachineText.line(patch), "-o", "yaml")
        return ShellCommand(shell: "\(get.text) \\\n  | \(rename.text) \\\n  | kubectl \(verb) -f -")
    }
}
