import MigrationModel

/// The commands that start a canary and end it.
struct CanaryCommands {
    private let action: RunCanary
    private let kubectl: Kubectl

    init(_ action: RunCanary, _ kubectl: Kubectl) {
        self.action = action
        self.kubectl = kubectl.of(action.workload)
    }

    private var workload: WorkloadCommands { WorkloadCommands(workload: action.workload, kubectl: kubectl) }
    private var name: String { Kubectl.name(action.workload) }

    /// Makes the canary from the workload, or patches the workload with all Pods but one held back.
    ///
    /// - Parameter path: the file with the patch.
    /// - Returns: the commands, behind a try without effect.
    func start(_ path: String) -> [ShellCommand] {
        switch action.form {
        case .twin, .manualJob, .copy:
            let get = kubectl.command("get", name, "-o", "json").text
            let local = Kubectl.local(["--patch-file", path])
            return [
                Kubectl.pipe(get, local, kubectl.reading("create", "--dry-run=server")),
                Kubectl.pipe(get, local, kubectl.reading("create")),
            ] + wait
        case .partition: return workload.patch(path) + (action.pod.isEmpty ? [] : [delete(action.pod)]) + wait
        case .oneNode: return workload.patch(path) + choose
        }
    }

    /// Ends it; of a canary that is the workload itself, by the way back.
    func end(_ undo: String?) -> [ShellCommand] {
        guard let object = Self.object(action.form, action.name, action.workload) else {
            guard let undo else { return [] }
            let pod = action.pod.isEmpty ? [] : [delete(action.pod)]
            return workload.patch(undo) + pod + (action.form == .partition ? workload.showRollout : [])
        }
        return [kubectl.command("delete", object, "--wait")]
    }

    /// Waits until its Pod is ready, or its Job has ended.
    private var wait: [ShellCommand] {
        switch action.form {
        case .twin: [kubectl.command("rollout", "status", "deployment/\(action.name)", "--timeout=10m")]
        case .manualJob:
            [kubectl.command("wait", "job/\(action.name)", "--for=condition=Complete", "--timeout=60m")]
        case .copy: [kubectl.command("get", "\(Kubectl.resource(action.workload))/\(action.name)", "-o", "wide")]
        case .partition: [kubectl.command("get", "pods", "-o", "wide")]
        case .oneNode: []
        }
    }

    /// A person knows which node matters least.
    private var choose: [ShellCommand] {
        [
            kubectl.command("get", "pods", "-o", "wide"),
            ShellCommand(
                shell: ": \"${CANARY_POD:?set it to the Pod of \(action.workload.kind) on the node to begin with}\""),
            ShellCommand(shell: ShellCommand(words: kubectl.words("delete", "pod")).text + " \"$CANARY_POD\""),
        ]
    }

    private func delete(_ pod: String) -> ShellCommand { kubectl.command("delete", "pod/\(pod)") }

    /// The object that was made for a canary; `nil` for forms that make none.
    static func object(_ form: RunCanary.Form, _ name: String, _ workload: ObjectReference) -> String? {
        guard !name.isEmpty else { return nil }
        switch form {
        case .twin: return "deployment/\(name)"
        case .manualJob: return "job/\(name)"
        case .copy: return "\(Kubectl.resource(workload))/\(name)"
        case .partition, .oneNode: return nil
        }
    }
}
