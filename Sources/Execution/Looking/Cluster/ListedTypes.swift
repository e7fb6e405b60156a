/// The types of objects in which keys, or references to what holds them, may stand.
enum ListedTypes {
    /// Those that every cluster has.
    static let builtIn = [
        "secrets", "configmaps", "serviceaccounts", "pods", "replicationcontrollers", "deployments.apps",
        "replicasets.apps", "statefulsets.apps", "daemonsets.apps", "controllerrevisions.apps", "jobs.batch",
        "cronjobs.batch", "poddisruptionbudgets.policy",
    ]

    /// The custom types among those that a cluster lists.
    static func custom(among names: [String]) -> [String] {
        names.filter { name in
            guard let dot = name.firstIndex(of: "."), !name.hasPrefix("-") else { return false }
            return !ownGroups.contains(String(name[name.index(after: dot)...]))
        }
    }

    /// Whether a group of types that could not be asked for may have anything to do with keys: measurements have not.
    static func matters(_ group: String) -> Bool { !group.hasSuffix("metrics.k8s.io") && !ownGroups.contains(group) }

    /// The groups of Kubernetes itself; what of them matters is in ``builtIn``.
    private static let ownGroups: Set<String> = [
        "apps", "batch", "autoscaling", "policy", "extensions", "networking.k8s.io", "rbac.authorization.k8s.io",
        "coordination.k8s.io", "events.k8s.io", "discovery.k8s.io", "authorization.k8s.io", "authentication.k8s.io",
        "storage.k8s.io", "node.k8s.io", "scheduling.k8s.io", "flowcontrol.apiserver.k8s.io", "resource.k8s.io",
        "apiregistration.k8s.io", "apiextensions.k8s.io", "admissionregistration.k8s.io", "certificates.k8s.io",
        "metrics.k8s.io", "custom.metrics.k8s.io", "external.metrics.k8s.io",
    ]
}
