/// Everything of the inputs that decides who receives a credential, gathered document by document.
///
/// Its size is that of the workloads and carriers: of other objects only their names are kept, as hashes.
public struct ClusterObjects: Hashable, Sendable {
    /// Pods and whatever makes Pods.
    public var workloads: [Workload] = []
    /// ServiceAccounts.
    public var serviceAccounts: [ServiceAccountFacts] = []
    /// Secrets and ConfigMaps that hold anything to do with cloud credentials.
    public var contents: [CarrierContents] = []
    /// Names of all Secrets and ConfigMaps, so that a missing one is known.
    public var carrierNames: Set<CarrierName> = []
    /// Possible references from custom resources.
    public var mentions: [CarrierMention] = []
    /// PodDisruptionBudgets.
    public var disruptionBudgets: [DisruptionBudget] = []
    /// Whose ServiceAccounts RBAC gives anything.
    public var roleBindings: [RoleBindingFacts] = []
    /// Secrets of type `kubernetes.io/service-account-token`.
    public var legacyTokens: [LegacyToken] = []
    /// What injects identities and what runs on the nodes.
    public var installations: [Installation] = []
    /// Nodes.
    public var nodes: [NodeFacts] = []
    /// What ConfigMaps say of resources of a cloud; gathered only for plans.
    public var hints: [ConfigurationHints] = []
    /// Whom `aws-auth` lets into a cluster; gathered only for plans.
    public var accessMappings: [AccessMapping] = []
    /// How many objects there were of each kind, by input and `apiVersion/kind`.
    public var kinds: [String: [String: Int]] = [:]

    /// Creates an empty collection.
    public init() {}

    /// Whether workloads and ServiceAccounts come from more than one input.
    public var isOfSeveralInputs: Bool {
        let first = workloads.first?.input ?? serviceAccounts.first?.input
        return workloads.contains { $0.input != first } || serviceAccounts.contains { $0.input != first }
    }
}

/// The name of a Secret or ConfigMap in one input, as a hash of 64 bits.
///
/// A hundred thousand of them take a megabyte; two of a million are the same with a chance of one in forty million.
public struct CarrierName: Hashable, Sendable {
    private var hash: UInt64

    /// Hashes a name with FNV-1a ([draft-eastlake-fnv](https://datatracker.ietf.org/doc/draft-eastlake-fnv/)).
    public init(input: String, kind: CarrierKind, namespace: String?, name: String) {
        hash = 0xcbf2_9ce4_8422_2325
        for part in [input, kind.rawValue, namespace ?? "", name] {
            for byte in part.utf8 { add(byte) }
            add(0)
        }
    }

    private mutating func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
}

/// A PodDisruptionBudget.
public struct DisruptionBudget: Hashable, Sendable {
    /// The input that it was read from.
    public var input: String
    /// The budget.
    public var object: ObjectReference
    /// `spec.selector.matchLabels`; empty when it selects in another way.
    public var selector: [String: String]
    /// Whether it selects by expressions as well, so that labels alone do not tell.
    public var hasExpressions: Bool
    /// What it asks for: `minAvailable: 2`, `maxUnavailable: 25%`.
    public var rule: String

    /// Creates a budget from its parts.
    public init(
        input: String = "", object: ObjectReference, selector: [String: String], hasExpressions: Bool = false,
        rule: String
    ) {
        self.input = input
        self.object = object
        self.selector = selector
        self.hasExpressions = hasExpressions
        self.rule = rule
    }
}

/// The ServiceAccounts that one RoleBinding or ClusterRoleBinding gives a role.
public struct RoleBindingFacts: Hashable, Sendable {
    /// The input that it was read from.
    public var input: String
    /// The binding.
    public var object: ObjectReference
    /// The role that it gives, such as `ClusterRole view`.
    public var role: String
    /// The ServiceAccounts, as `namespace/name`.
    public var serviceAccounts: [String]

    /// Creates facts from their parts.
    public init(input: String = "", object: ObjectReference, role: String, serviceAccounts: [String]) {
        self.input = input
        self.object = object
        self.role = role
        self.serviceAccounts = serviceAccounts
    }
}

/// A Secret that holds a ServiceAccount token without an end.
public struct LegacyToken: Hashable, Sendable {
    /// The input that it was read from.
    public var input: String
    /// The Secret.
    public var object: ObjectReference
    /// The ServiceAccount in its namespace.
    public var serviceAccount: String
    /// When it was created, RFC 3339.
    public var created: String?

    /// Creates a token from its parts.
    public init(input: String = "", object: ObjectReference, serviceAccount: String, created: String? = nil) {
        self.input = input
        self.object = object
        self.serviceAccount = serviceAccount
        self.created = created
    }
}

/// A part of a cluster that gives Pods their identities.
public struct Installation: Hashable, Sendable {
    /// What it does.
    public enum Purpose: String, Hashable, Sendable, Codable, CaseIterable {
        /// The mutating webhook of EKS, for IRSA and Pod Identity.
        case eksWebhook = "eks-webhook"
        /// The DaemonSet of EKS Pod Identity.
        case eksPodIdentityAgent = "eks-pod-identity-agent"
        /// The DaemonSet that serves metadata to Pods on GKE.
        case gkeMetadataServer = "gke-metadata-server"
        /// The mutating webhook of AKS workload identity.
        case aksWebhook = "aks-webhook"
    }

    /// The input that it was read from.
    public var input: String
    /// What it does.
    public var purpose: Purpose
    /// The object that shows it.
    public var object: ObjectReference

    /// Creates an installation from its parts.
    public init(input: String = "", purpose: Purpose, object: ObjectReference) {
        self.input = input
        self.purpose = purpose
        self.object = object
    }
}

/// A node as far as it decides about identities.
public struct NodeFacts: Hashable, Sendable {
    /// The input that it was read from.
    public var input: String
    /// Its name.
    public var name: String
    /// Its labels.
    public var labels: [String: String]
    /// `spec.providerID`, such as `aws:///eu-west-1a/i-0abc`; empty where there is none.
    public var providerID: String

    /// Creates facts from their parts.
    public init(input: String = "", name: String, labels: [String: String], providerID: String) {
        self.input = input
        self.name = name
        self.labels = labels
        self.providerID = providerID
    }
}
