/// What a plan is proven against: the part of the clusters that its steps touch or could disturb, as the inputs showed it.
///
/// It is written beside the plan, so that the plan can be proven again when a person has edited it. It says which keys come to
/// which containers and how, and holds no value of any Secret.
public struct World: Hashable, Sendable, Codable {
    /// The version of the format, 1.
    public var version: Int
    /// The Secrets and ConfigMaps that hold keys, in order.
    public var carriers: [WorldCarrier]
    /// The ServiceAccounts that have an identity already, in order.
    public var accounts: [WorldAccount]
    /// The services that receive a key, and those that share a ServiceAccount with one that is moved, in order.
    public var workloads: [WorldWorkload]
    /// What identities may be allowed without anybody being asked; `nil` where nothing was written down.
    public var permissions: [WorldPermissions]?

    /// Creates a world from its parts.
    public init(
        carriers: [WorldCarrier] = [], accounts: [WorldAccount] = [], workloads: [WorldWorkload] = [],
        permissions: [WorldPermissions]? = nil
    ) {
        version = 1
        self.carriers = carriers
        self.accounts = accounts
        self.workloads = workloads
        self.permissions = permissions
    }
}

/// A Secret or ConfigMap with the keys in it.
public struct WorldCarrier: Hashable, Sendable, Codable {
    /// The cluster.
    public var cluster: String
    /// The object.
    public var object: ObjectReference
    /// The entries that hold keys, each with its keys.
    public var entries: [String: [KeyName]]
    /// Whether somebody (Helm, an operator, External Secrets) would make it again.
    public var isOwned: Bool

    /// Creates a carrier from its parts.
    public init(cluster: String, object: ObjectReference, entries: [String: [KeyName]], isOwned: Bool = false) {
        self.cluster = cluster
        self.object = object
        self.entries = entries
        self.isOwned = isOwned
    }
}

/// A ServiceAccount with the identities that it has before anything is done.
public struct WorldAccount: Hashable, Sendable, Codable {
    /// The cluster.
    public var cluster: String
    /// The namespace.
    public var namespace: String
    /// The name.
    public var name: String
    /// The role, Google service account or managed identity of each mechanism.
    public var principals: [Mechanism: String]

    /// Creates a ServiceAccount from its parts.
    public init(cluster: String, namespace: String, name: String, principals: [Mechanism: String] = [:]) {
        self.cluster = cluster
        self.namespace = namespace
        self.name = name
        self.principals = principals
    }
}
