/// How the program was called: by its own name, or as a plugin of kubectl, which starts `kubectl-keyshift`
/// ([Extend kubectl with plugins](https://kubernetes.io/docs/tasks/extend-kubectl/kubectl-plugins/)).
enum ProgramName {
    /// What stands at the start of every usage and example: `keyshift`, or `kubectl keyshift`.
    ///
    /// Completions are for the program itself: a shell knows nothing of plugins.
    static let shown =
        CommandLine.arguments.contains { $0.hasPrefix("--generate-completion-script") }
        ? "keyshift" : shown(for: CommandLine.arguments.first ?? "")

    /// Whether kubectl asks what could be typed next, see ``PluginCompletion``.
    static let isAskedForCompletions =
        CommandLine.arguments.first?.split(separator: "/").last == "kubectl_complete-keyshift"

    /// The same for the path by which a program was started.
    static func shown(for path: String) -> String {
        path.split(separator: "/").last == "kubectl-keyshift" ? "kubectl keyshift" : "keyshift"
    }
}
