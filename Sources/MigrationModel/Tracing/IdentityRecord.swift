/// One ServiceAccount in the inventory of identities.
public struct IdentityRecord: Hashable, Sendable {
    /// The input that it was read from, which stands for the cluster.
    public var input: String
    /// The ServiceAccount.
    public var serviceAccount: ObjectReference
    /// The identities that it has; none for most.
    public var identities: [FederatedIdentity]
    /// Who made it and would make it again, most direct first.
    public var managers: [ObjectManager]
    /// Who it belongs to as far as labels and annotations say; empty where they do not.
    public var owner: String
    /// When anybody last changed it, RFC 3339; `nil` for manifests.
    public var lastChange: String?
    /// The services that use it.
    public var services: [WorkloadName]
    /// Secrets with a token of it that never ends.
    public var legacyTokens: [LegacyToken]
    /// Whether Pods of it mount a token although RBAC gives it nothing; `nil` where the input has no bindings to tell.
    public var mountsNeedlessToken: Bool?

    /// Creates a record from its parts.
    public init(
        input: String, serviceAccount: ObjectReference, identities: [FederatedIdentity] = [],
        managers: [ObjectManager] = [], owner: String = "", lastChange: String? = nil, services: [WorkloadName] = [],
        legacyTokens: [LegacyToken] = [], mountsNeedlessToken: Bool? = nil
    ) {
        self.input = input
        self.serviceAccount = serviceAccount
        self.identities = identities
        self.managers = managers
        self.owner = owner
        self.lastChange = lastChange
        self.services = services
        self.legacyTokens = legacyTokens
        self.mountsNeedlessToken = mountsNeedlessToken
    }
}

/// A federated identity that a ServiceAccount has.
public struct FederatedIdentity: Hashable, Sendable {
    /// The mechanism that gives it.
    public var mechanism: Mechanism
    /// A role ARN, a Google service account, an Azure client id; empty for a direct grant to the workload.
    public var principal: String
    /// What says so: an annotation, an association, Pods that were injected.
    public var evidence: Evidence

    /// What says that an identity is there.
    public enum Evidence: String, Hashable, Sendable, Codable {
        /// An annotation of the ServiceAccount.
        case annotation
        /// An association that the cloud knows.
        case association
        /// Variables that a webhook put into running Pods.
        case injectedPods = "injected-pods"
    }

    /// Creates an identity from its parts.
    public init(mechanism: Mechanism, principal: String, evidence: Evidence) {
        self.mechanism = mechanism
        self.principal = principal
        self.evidence = evidence
    }
}

/// An EKS Pod Identity association, which only the cloud knows.
public struct PodIdentityAssociation: Hashable, Sendable {
    /// Name of the cluster.
    public var cluster: String
    /// Namespace of the ServiceAccount.
    public var namespace: String
    /// The ServiceAccount.
    public var serviceAccount: String
    /// The role, where the answer has it: lists of associations leave it out.
    public var role: String

    /// Creates an association from its parts.
    public init(cluster: String, namespace: String, serviceAccount: String, role: String) {
        self.cluster = cluster
        self.namespace = namespace
        self.serviceAccount = serviceAccount
        self.role = role
    }
}
