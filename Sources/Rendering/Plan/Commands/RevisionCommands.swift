import MigrationModel
internal import StructuredText

/// The commands that show and delete the former templates that a controller keeps.
struct RevisionCommands {
    let workload: ObjectReference

    private var place: [String] { workload.namespace.map { ["-n", $0] } ?? [] }

    /// What keeps former templates, and which of these are former: ReplicaSets without Pods, or all ControllerRevisions but the newest.
    private var kind: (resource: String, former: String) {
        switch workload.kind {
        case "StatefulSet", "DaemonSet": ("controllerrevisions", "sort_by(.revision)[:-1][]")
        case "DeploymentConfig": ("replicationcontrollers", ".[] | select(.spec.replicas == 0)")
        default: ("replicasets", ".[] | select(.spec.replicas == 0)")
        }
    }

    /// Prints their names.
    var show: [ShellCommand] { [ShellCommand(shell: names)] }

    /// Deletes them.
    var forget: [ShellCommand] {
        let delete = ShellCommand(words: ["xargs", "-r", "kubectl", "delete"] + place + [kind.resource])
        return [ShellCommand(shell: "\(names) \\\n  | \(delete.text)")]
    }

    private var names: String {
        let get = ShellCommand(words: ["kubectl", "get", kind.resource] + place + ["-o", "json"])
        let owner = "any(.metadata.ownerReferences[]?; .kind == $kind and .name == $name)"
        let filter = ShellCommand(
            words: [
                "jq", "-r", "--arg", "kind", workload.kind, "--arg", "name", workload.name,
                "[.items[] | select(\(owner))] | \(kind.former) | .metadata.name",
            ])
        return "\(get.text) \\\n  | \(filter.text)"
    }
}
