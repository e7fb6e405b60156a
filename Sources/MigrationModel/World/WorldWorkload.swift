/// A service with the Pod templates of which Pods may run.
public struct WorldWorkload: Hashable, Sendable, Codable {
    /// Its id in the plan.
    public var service: String
    /// The cluster.
    public var cluster: String
    /// The workload.
    public var object: ObjectReference
    /// Whether somebody (Helm, Argo CD, an operator) puts its template back when it is changed directly.
    public var isOwned: Bool
    /// Its templates: the one that new Pods are made from, then others that Pods were or can be made from.
    public var templates: [WorldTemplate]

    /// Creates a workload from its parts.
    public init(
        service: String, cluster: String, object: ObjectReference, isOwned: Bool = false, templates: [WorldTemplate]
    ) {
        self.service = service
        self.cluster = cluster
        self.object = object
        self.isOwned = isOwned
        self.templates = templates
    }
}

/// A version of a Pod template, as far as it decides which credentials its containers find.
public struct WorldTemplate: Hashable, Sendable, Codable {
    /// Where the version stands.
    public enum Standing: String, Hashable, Sendable, Codable {
        /// New Pods are made from it.
        case current
        /// The controller keeps it; it can be brought back.
        case kept
        /// Pods of it still run; no new ones are made.
        case running
    }

    /// Where it stands.
    public var standing: Standing
    /// The object in which it was found.
    public var origin: String
    /// The ServiceAccount.
    public var serviceAccount: String
    /// Labels that webhooks look at.
    public var labels: [String: String]
    /// Annotations that webhooks look at.
    public var annotations: [String: String]
    /// Whether the metadata server of Google would give its Pods their own identity.
    public var reachesGoogleMetadata: Bool
    /// The clouds whose node identity its Pods would get when they have nothing else.
    public var nodeIdentities: [Provider]
    /// Its containers that have to do with a cloud.
    public var containers: [WorldContainer]

    /// Creates a template from its parts.
    public init(
        standing: Standing = .current, origin: String = "", serviceAccount: String, labels: [String: String] = [:],
        annotations: [String: String] = [:],
        reachesGoogleMetadata: Bool = false, nodeIdentities: [Provider] = [], containers: [WorldContainer]
    ) {
        self.standing = standing
        self.origin = origin
        self.serviceAccount = serviceAccount
        self.labels = labels
        self.annotations = annotations
        self.reachesGoogleMetadata = reachesGoogleMetadata
        self.nodeIdentities = nodeIdentities
        self.containers = containers
    }
}
