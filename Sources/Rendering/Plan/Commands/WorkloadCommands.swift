import MigrationModel
internal import StructuredText

/// The commands that change a workload by patches, and show what it and its Pods are.
struct WorkloadCommands {
    let workload: ObjectReference
    private let kubectl: Kubectl

    init(workload: ObjectReference, kubectl: Kubectl = Kubectl()) {
        self.workload = workload
        self.kubectl = kubectl.of(workload)
    }

    private var name: String { Kubectl.name(workload) }

    /// Which Pods a check is about.
    enum Pods {
        /// Those of a canary that is an object of its own.
        case canary(String)
        /// One Pod.
        case pod(String)
        /// Those of a ServiceAccount.
        case account(String)

        /// The words behind `kubectl get`; a single name is told from a selection.
        fileprivate var selection: [String] {
            switch self {
            case .canary(let name): ["pods", "-l", "\(CanaryPatch.label)=\(name)"]
            case .pod(let name): ["pod", name]
            case .account(let name): ["pods", "--field-selector", "spec.serviceAccountName=\(name)"]
            }
        }
        fileprivate var isOne: Bool { if case .pod = self { true } else { false } }
    }

    // MARK: Looking

    /// Shows whether every Pod is of the new template; kinds without rollouts show their Pods.
    var showRollout: [ShellCommand] {
        switch (workload.kind, workload.apiVersion) {
        case ("Deployment", _), ("StatefulSet", _), ("DaemonSet", _):
            [kubectl.command("rollout", "status", name, "--timeout=10m")]
        case ("Rollout", _): [kubectl.command("argo", "rollouts", "status", workload.name)]
        case ("CronJob", _): [kubectl.command("get", "jobs", "--sort-by=.metadata.creationTimestamp"), show]
        default: [kubectl.command("get", name, "-o", "wide")]
        }
    }

    /// Shows the variables of every container of Pods, by name only.
    func showVariables(of pods: Pods) -> ShellCommand {
        let containers = [".spec.initContainers", ".spec.containers"].map {
            #"{range \#($0)[*]}{"\n  "}{.name}{": "}{.env[*].name}{end}"#
        }.joined()
        let path = "{.metadata.name}" + containers + #"{"\n"}"#
        let all = pods.isOne ? path : "{range .items[*]}" + path + "{end}"
        return ShellCommand(words: kubectl.words(["get"] + pods.selection + ["-o", "jsonpath=" + all]))
    }

    /// Prints what leaves and is still in the template, or in Pods; nothing when all is gone.
    func showLeftovers(of change: TemplateChange, in pods: Pods? = nil) -> [ShellCommand] {
        let patterns = Self.patterns(of: change)
        guard !patterns.isEmpty else { return [] }
        let path = pods.map { $0.isOne } ?? true ? "jsonpath={.spec}" : "jsonpath={.items[*].spec}"
        let get = ShellCommand(words: kubectl.words(["get"] + (pods?.selection ?? [name]) + ["-o", path]))
        let find = patterns.map { "-e " + ShellWord.quoted($0) }.joined(separator: " ")
        return [Kubectl.pipe(get.text, "grep -o -F \(find)")]
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
            case .files, .byHand: nil
            }
        }.filter { seen.insert($0).inserted }
    }

    private static func pattern(_ member: String, _ value: String) -> String {
        "\"\(member)\":" + MachineText.line(.string(value))
    }

    /// Shows the object.
    var show: ShellCommand { kubectl.command("get", name) }

    // MARK: Changing

    /// Applies a JSON patch, after the API server has said that it would take it; nothing of the object is printed.
    func patch(_ path: String) -> [ShellCommand] {
        let patch = kubectl.words("patch", name, "--type", "json", "--patch-file", path)
        return [ShellCommand(words: patch + ["--dry-run=server"]), ShellCommand(words: patch)]
    }

    /// Makes the object anew from itself.
    func recreate(_ path: String) -> [ShellCommand] {
        let get = kubectl.command("get", name, "-o", "json").text
        let local = Kubectl.local(["--patch-file", path])
        return [
            Kubectl.pipe(get, local, "kubectl create --dry-run=client -f -"),
            Kubectl.pipe(get, local, kubectl.reading("replace", "--force")),
        ]
    }

    /// Deletes the Pods of the workload that are left, one after the other, each when the one before is ready again.
    func replacePods(behind canary: String) -> [ShellCommand] {
        let list = kubectl.words(
            "get", "pods", "-o",
            #"jsonpath={range .items[?(@.metadata.ownerReferences[0].name=="\#(workload.name)")]}{.metadata.name}{"\n"}{end}"#
        )
        guard Kubectl.isPlain(workload.name) else { return [] }
        let rest = canary.isEmpty ? "" : " \\\n  | grep -v -x -F \(ShellWord.quoted(canary))"
        let delete = ShellCommand(words: kubectl.words("delete", "pod")).text
        let wait = ShellCommand(words: kubectl.words("wait", "--for=condition=Ready")).text
        // A new Pod of a DaemonSet has a new name, so what is waited for is the workload.
        let ready =
            workload.kind == "StatefulSet"
            ? "until \(wait) pod/\"$pod\" --timeout=10m; do sleep 2; done" : "sleep 30; " + show.text
        return [
            ShellCommand(shell: "\(ShellCommand(words: list).text)\(rest) \\\n  | while read -r pod; do"),
            ShellCommand(shell: "  \(delete) \"$pod\" && \(ready) </dev/null"),
            ShellCommand(shell: "done"),
        ]
    }

    // MARK: Revisions

    /// Deletes the former revisions: ReplicaSets without Pods, or all ControllerRevisions but the newest.
    func forgetRevisions(_ annotations: [String]) -> [ShellCommand] {
        revisions + annotations.map { kubectl.command("annotate", name, $0 + "-") }
    }

    private var revisions: [ShellCommand] {
        guard Kubectl.isPlain(workload.name) else { return [] }
        let own = #"{range .items[?(@.metadata.ownerReferences[0].name=="\#(workload.name)")]}"#
        switch workload.kind {
        case "StatefulSet", "DaemonSet":
            let list = kubectl.words(
                "get", "controllerrevisions", "--sort-by=.revision", "-o",
                "jsonpath=" + own + #"{.metadata.name}{"\n"}{end}"#)
            let delete = kubectl.words("delete", "controllerrevisions")
            return [
                Kubectl.pipe(
                    ShellCommand(words: list).text, "head -n -1", "xargs -r " + ShellCommand(words: delete).text)
            ]
        case "CronJob": return []
        default:
            let kind = workload.kind == "DeploymentConfig" ? "replicationcontrollers" : "replicasets"
            let list = kubectl.words(
                "get", kind, "-o",
                "jsonpath=" + own + #"{.spec.replicas}{" "}{.metadata.name}{"\n"}{end}"#)
            let delete = kubectl.words("delete", kind)
            return [
                Kubectl.pipe(
                    ShellCommand(words: list).text, "sed -n 's/^0 //p'", "xargs -r " + ShellCommand(words: delete).text)
            ]
        }
    }
}
