import ArgumentParser
import ClusterDump

/// The options that choose a live cluster, as kubectl has them.
struct LiveOptions: ParsableArguments {
    @Flag(name: [.customShort("A"), .long], help: "Read all namespaces of the live cluster.")
    var allNamespaces = false

    @Option(name: .shortAndLong, help: "Read one namespace of the live cluster.")
    var namespace: String?

    @Option(help: "The kubeconfig context of the live cluster, instead of the current one.")
    var context: String?

    /// Whether no live cluster was asked for.
    var isEmpty: Bool { !allNamespaces && namespace == nil && context == nil }

    /// The options as they can be given again.
    var arguments: [String] {
        (allNamespaces ? ["-A"] : []) + (namespace.map { ["-n", $0] } ?? [])
            + (context.map { ["--context", $0] } ?? [])
    }

    /// The cluster that the options mean.
    var cluster: LiveCluster { LiveCluster(context: context, namespace: namespace) }

    func validate() throws {
        if allNamespaces, namespace != nil { throw ValidationError("Use either -A or -n, not both.") }
    }
}
