/// A kind of objects as the API server serves it.
struct ResourceKind: Hashable, Sendable {
    /// The group, empty for the core one, and the version: `apps/v1`.
    let apiVersion: String
    /// The kind: `Deployment`.
    let kind: String
    /// Its name in paths: `deployments`.
    let plural: String
    /// Shorter names.
    let short: [String]
    /// Whether its objects are in namespaces.
    let isNamespaced: Bool

    init(_ apiVersion: String, _ kind: String, _ plural: String, _ short: [String] = [], isNamespaced: Bool = true) {
        self.apiVersion = apiVersion
        self.kind = kind
        self.plural = plural
        self.short = short
        self.isNamespaced = isNamespaced
    }

    /// The group; empty for the core one.
    var group: String { apiVersion.contains("/") ? String(apiVersion.prefix { $0 != "/" }) : "" }
    /// `deployments.apps`, as messages name it.
    var resource: String { group.isEmpty ? plural : plural + "." + group }
    /// `deployment.apps`, as kubectl names single objects.
    var single: String { group.isEmpty ? kind.lowercased() : kind.lowercased() + "." + group }

    /// Whether a word on a command line means it: `deploy`, `Deployment`, `deployments.apps`, `deployments.v1.apps`.
    func isMeant(by word: String) -> Bool {
        let parts = word.lowercased().split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts[0] == plural || parts[0] == kind.lowercased() || short.contains(parts[0]) else { return false }
        let version = String(apiVersion.split(separator: "/").last ?? "")
        let rest = parts.dropFirst().first == version ? parts.dropFirst(2) : parts.dropFirst()
        let group = rest.joined(separator: ".")
        return parts.count == 1 || group == self.group
    }

    static let namespace = ResourceKind("v1", "Namespace", "namespaces", ["ns"], isNamespaced: false)
    static let node = ResourceKind("v1", "Node", "nodes", ["no"], isNamespaced: false)
    static let secret = ResourceKind("v1", "Secret", "secrets")
    static let configMap = ResourceKind("v1", "ConfigMap", "configmaps", ["cm"])
    static let serviceAccount = ResourceKind("v1", "ServiceAccount", "serviceaccounts", ["sa"])
    static let pod = ResourceKind("v1", "Pod", "pods", ["po"])
    static let replicaSet = ResourceKind("apps/v1", "ReplicaSet", "replicasets", ["rs"])
    static let deployment = ResourceKind("apps/v1", "Deployment", "deployments", ["deploy"])
    static let statefulSet = ResourceKind("apps/v1", "StatefulSet", "statefulsets", ["sts"])
    static let daemonSet = ResourceKind("apps/v1", "DaemonSet", "daemonsets", ["ds"])
    static let controllerRevision = ResourceKind("apps/v1", "ControllerRevision", "controllerrevisions")
    static let job = ResourceKind("batch/v1", "Job", "jobs")
    static let cronJob = ResourceKind("batch/v1", "CronJob", "cronjobs", ["cj"])
    static let disruptionBudget = ResourceKind(
        "policy/v1", "PodDisruptionBudget", "poddisruptionbudgets", ["pdb"])
    static let customDefinition = ResourceKind(
        "apiextensions.k8s.io/v1", "CustomResourceDefinition", "customresourcedefinitions", ["crd", "crds"],
        isNamespaced: false)

    /// Those that every simulated cluster serves.
    static let builtIn: [ResourceKind] = [
        .namespace, .node, .secret, .configMap, .serviceAccount, .pod, .replicaSet, .deployment, .statefulSet,
        .daemonSet, .controllerRevision, .job, .cronJob, .disruptionBudget, .customDefinition,
        ResourceKind("v1", "Service", "services", ["svc"]),
        ResourceKind("v1", "ReplicationController", "replicationcontrollers", ["rc"]),
        ResourceKind("rbac.authorization.k8s.io/v1", "RoleBinding", "rolebindings"),
        ResourceKind("rbac.authorization.k8s.io/v1", "ClusterRoleBinding", "clusterrolebindings", isNamespaced: false),
    ]
}
