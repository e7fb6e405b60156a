/// Names one Kubernetes object the way people and `kubectl` do: by kind, namespace and name.
public struct ObjectReference: Hashable, Sendable, Codable {
    /// Group and version, such as `apps/v1`; empty when the input did not say.
    public var apiVersion: String
    /// Kind, such as `Deployment`.
    public var kind: String
    /// Namespace; `nil` for cluster-scoped objects and for manifests that leave it to the caller.
    public var namespace: String?
    /// Name; empty when the manifest has none (`generateName`).
    public var name: String

    /// Creates a reference from its parts.
    public init(apiVersion: String, kind: String, namespace: String? = nil, name: String) {
        self.apiVersion = apiVersion
        self.kind = kind
        self.namespace = namespace
        self.name = name
    }
}

extension ObjectReference: Comparable {
    /// Orders by namespace, kind, name and group, which is the order in which reports list objects.
    public static func < (left: Self, right: Self) -> Bool {
        (left.namespace ?? "", left.kind, left.name, left.apiVersion)
            < (right.namespace ?? "", right.kind, right.name, right.apiVersion)
    }
}

extension ObjectReference: CustomStringConvertible {
    /// `Secret production/aws-credentials`, or `ClusterIssuer letsencrypt` without a namespace.
    public var description: String {
        guard let namespace else { return "\(kind) \(name)" }
        return "\(kind) \(namespace)/\(name)"
    }
}

extension ObjectReference {
    /// Whether the controller of such an object keeps former templates, which `kubectl rollout undo` brings back.
    ///
    /// Deployments keep ReplicaSets, StatefulSets and DaemonSets keep ControllerRevisions; see
    /// [revision history](https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#clean-up-policy).
    public var keepsRevisions: Bool {
        ["Deployment", "StatefulSet", "DaemonSet", "Rollout", "DeploymentConfig"].contains(kind)
    }
}
