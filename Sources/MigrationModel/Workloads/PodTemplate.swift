/// What a Pod is, or what the Pods of a workload will be, as far as credentials go.
public struct PodTemplate: Hashable, Sendable {
    /// Where the Pod's `spec` stands in the object: `spec.template.spec`; `spec` for a Pod.
    public var path: ValuePath
    /// Labels of the Pod, all of them: webhooks and disruption budgets select by them.
    public var labels: [String: String]
    /// Annotations of the Pod that are short enough to be settings.
    public var annotations: [String: String]
    /// The ServiceAccount in the Pod's namespace; `default` where the template names none.
    public var serviceAccount: String
    /// Whether the template names its ServiceAccount, also where that is `default`.
    public var namesServiceAccount: Bool
    /// `automountServiceAccountToken`, `nil` where the ServiceAccount decides.
    public var mountsToken: Bool?
    /// Whether it has the node's network, and with it the node's metadata service.
    public var usesHostNetwork: Bool
    /// `nodeSelector`.
    public var nodeSelector: [String: String]
    /// The node that it runs on; empty for templates and Pods that wait.
    public var node: String
    /// `imagePullSecrets`.
    public var pullSecrets: [String]
    /// Its volumes.
    public var volumes: [Volume]
    /// Its containers of every role, in the order init, main, ephemeral.
    public var containers: [Container]

    /// Creates a template from its parts.
    public init(
        path: ValuePath = ValuePath(), labels: [String: String] = [:], annotations: [String: String] = [:],
        serviceAccount: String = "default", namesServiceAccount: Bool = false, mountsToken: Bool? = nil,
        usesHostNetwork: Bool = false,
        nodeSelector: [String: String] = [:], node: String = "", pullSecrets: [String] = [], volumes: [Volume] = [],
        containers: [Container] = []
    ) {
        self.path = path
        self.labels = labels
        self.annotations = annotations
        self.serviceAccount = serviceAccount
        self.namesServiceAccount = namesServiceAccount
        self.mountsToken = mountsToken
        self.usesHostNetwork = usesHostNetwork
        self.nodeSelector = nodeSelector
        self.node = node
        self.pullSecrets = pullSecrets
        self.volumes = volumes
        self.containers = containers
    }
}
