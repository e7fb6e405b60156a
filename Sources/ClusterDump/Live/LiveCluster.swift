/// A cluster that is read through the user's own `kubectl`, with the user's own credentials and rights.
public struct LiveCluster: Hashable, Sendable {
    /// The program: a path, or a name to look up in `PATH`.
    public var kubectl: String
    /// The kubeconfig's context; `nil` for the current one.
    public var context: String?
    /// The namespace to read; `nil` for all of them and for what belongs to none.
    public var namespace: String?
    /// The kubeconfig to use in place of the one that kubectl would find.
    public var kubeconfig: String?
    /// The largest number of objects in one answer; what kubectl itself uses.
    var pageLimit = 500
    /// For how many milliseconds kubectl may be silent while it is waited for.
    var patience = 60_000

    /// Creates a cluster; nothing is started yet.
    public init(
        kubectl: String = "kubectl", context: String? = nil, namespace: String? = nil, kubeconfig: String? = nil
    ) {
        self.kubectl = kubectl
        self.context = context
        self.namespace = namespace
        self.kubeconfig = kubeconfig
    }

    /// The arguments of one call.
    ///
    /// A value stays in one argument with its option, so that none can pass for an option.
    func arguments(_ command: [String]) -> [String] {
        var arguments = ["--request-timeout=300s"]
        if let context { arguments.append("--context=\(context)") }
        if let kubeconfig { arguments.append("--kubeconfig=\(kubeconfig)") }
        return arguments + command
    }

    /// Starts kubectl with a command.
    func start(_ command: [String]) -> ProgramRun {
        ProgramRun(program: kubectl, arguments: arguments(command), patience: patience)
    }

    /// Runs a command whose answer is short.
    func answer(to command: [String]) -> (output: String, ending: ProgramRun.Ending) {
        let run = start(command)
        let text = run.readAll(limit: 16 << 20)
        return (String(decoding: text, as: UTF8.self), run.finish())
    }

    /// Whether the server answers at all; every authenticated user may ask for its version.
    var isAnswering: Bool {
        answer(to: ["get", "--raw", "/version"]).ending.status == .exited(0)
    }

    /// How reports name the cluster: by its context.
    var displayName: String {
        if let context { return context }
        let name = answer(to: ["config", "current-context"]).output.prefix { !$0.isNewline }
        return name.isEmpty ? "cluster" : String(name)
    }
}
