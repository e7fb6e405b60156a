import MigrationModel
internal import StructuredText

/// The commands that show what a workload and its Pods are.
struct WorkloadCommands {
    let workload: ObjectReference

    /// `-n NAMESPACE`, where there is one.
    private var place: [String] { workload.namespace.map { ["-n", $0] } ?? [] }
    /// `deployment/api`; kinds of other groups are told apart by their group.
    private var name: String { Self.resource(workload) + "/" + workload.name }

    static func resource(_ object: ObjectReference) -> String {
        let group = object.apiVersion.split(separator: "/").dropLast().joined(separator: "/")
        let kind = object.kind.lowercased()
        return group.isEmpty || builtIn.contains(group) ? kind : "\(kind).\(group)"
    }

    private static let builtIn: Set<String> = ["apps", "batch"]

    /// Shows whether every Pod is of the new template; kinds without rollouts show their Pods.
    var showRollout: [ShellCommand] {
        switch workload.kind {
        case "Deployment", "StatefulSet", "DaemonSet":
            [ShellCommand(words: ["kubectl", "rollout", "status", name] + place)]
        default: [ShellCommand(words: ["kubectl", "get", name] + place + ["-o", "wide"])]
        }
    }

    /// Shows the variables of every container of the Pods of a ServiceAccount, by name only.
    func showVariables(of account: String) -> ShellCommand {
        ShellCommand(
            words: ["kubectl", "get", "pods"] + place + [
                "--field-selector", "spec.serviceAccountName=\(account)", "-o",
                #"jsonpath={range .items[*]}{.metadata.name}{range .spec.containers[*]}{"\n  "}{.name}{": "}"#
                    + #"{.env[*].name}{end}{"\n"}{end}"#,
            ])
    }

    /// Prints what leaves and is still in the template, or in the Pods of a ServiceAccount; nothing when all is gone.
    func showLeftovers(of change: TemplateChange, inPodsOf account: String? = nil) -> [ShellCommand] {
        let patterns = Self.patterns(of: change)
        guard !patterns.isEmpty else { return [] }
        let pods = account.map { ["pods", "--field-selector", "spec.serviceAccountName=\($0)"] }
        let path = pods == nil ? "jsonpath={.spec}" : "jsonpath={.items[*].spec}"
        let get = ShellCommand(words: ["kubectl", "get"] + (pods ?? [name]) + place + ["-o", path])
        let find = patterns.map { "-e " + ShellWord.quoted($0) }.joined(separator: " ")
        return [ShellCommand(shell: "\(get.text) \\\n  | grep -o -F \(find)")]
    }

    /// Members as JSON has them, so that no other name matches; a Secret that keeps a variable is still named.
    private static func patterns(of change: TemplateChange) -> [String] {
        let kept = Set(change.keeps.map(\.object))
        var seen: Set<String> = []
        return change.removals.compactMap { removal -> String? in
            switch removal.kind {
            case .variable, .volume: pattern("name", removal.name)
            case .environmentFrom: kept.contains(removal.name) ? nil : pattern("name", removal.name)
            case .mount: pattern("mountPath", removal.name)
            case .byHand: nil
            }
        }.filter { seen.insert($0).inserted }
    }

    private static func pattern(_ member: String, _ value: String) -> String {
        "\"\(member)\":" + MachineText.line(.string(value))
    }

    /// Shows the object.
    var show: ShellCommand { ShellCommand(words: ["kubectl", "get", name] + place) }

    /// Applies a strategic merge patch, after a look at what it would do.
    func patch(_ path: String) -> [ShellCommand] {
        let patch = ["kubectl", "patch", name] + place + ["--type", "strategic", "--patch-file", path]
        return [ShellCommand(words: patch + ["--dry-run=server", "-o", "yaml"]), ShellCommand(words: patch)]
    }

    /// Goes back to the revision before, where the kind keeps revisions.
    var undo: [ShellCommand] {
        switch workload.kind {
        case "Deployment", "StatefulSet", "DaemonSet":
            [ShellCommand(words: ["kubectl", "rollout", "undo", name] + place)]
        default: []
        }
    }
}
