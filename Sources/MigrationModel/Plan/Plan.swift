/// How to take one or more clusters off static keys: read by people in a pull request, carried out by machines.
///
/// The same inputs give the same plan, byte for byte; there is no time in it.
public struct Plan: Hashable, Sendable, Codable {
    /// The version of the format, 1.
    public var version: Int
    /// Whether a part of the input was not read, so that consumers may be missing.
    public var isPartial: Bool
    /// The clusters.
    public var clusters: [PlannedCluster]
    /// The services, in the order in which they are moved.
    public var services: [PlannedService]
    /// The keys and what becomes of each.
    public var keys: [PlannedKey]
    /// The identities that services get.
    public var identities: [PlannedIdentity]
    /// The steps, each behind those that it waits for.
    public var steps: [Step]
    /// What only a person can do, or decide.
    public var handovers: [Handover]
    /// What was proven of it when it was written; `nil` before that.
    ///
    /// It says nothing of a plan that was edited since.
    public var proof: Proof?

    /// Creates a plan from its parts.
    public init(
        isPartial: Bool = false, clusters: [PlannedCluster] = [], services: [PlannedService] = [],
        keys: [PlannedKey] = [], identities: [PlannedIdentity] = [], steps: [Step] = [], handovers: [Handover] = [],
        proof: Proof? = nil
    ) {
        version = 1
        self.isPartial = isPartial
        self.clusters = clusters
        self.services = services
        self.keys = keys
        self.identities = identities
        self.steps = steps
        self.handovers = handovers
        self.proof = proof
    }
}

/// A key and what becomes of it.
public struct PlannedKey: Hashable, Sendable, Codable {
    /// What becomes of a key.
    public enum Fate: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is deactivated and deleted when all its services are moved.
        case retire
        /// It stays: the person who exempted its service said why and until when.
        case exempt
        /// It is bait, and is neither touched nor asked about.
        case bait
        /// It is for a service that no federation reaches: it moves to an external secret store.
        case secretStore = "secret-store"
        /// It is temporary: what refreshes it has to be found first.
        case refresher
        /// It is of a root user: whoever is responsible for the account has to act.
        case escalate
        /// No consumer is known: whoever uses it has to be found, or it is shown to be unused.
        case unclaimed
    }

    /// The key.
    public var key: KeyName
    /// The AWS account that owns it; empty where that is not known.
    public var account: String
    /// What becomes of it.
    public var fate: Fate
    /// Why, in one sentence.
    public var reason: String
    /// The services that receive it, by id.
    public var services: [String]

    /// Creates a key from its parts.
    public init(key: KeyName, account: String, fate: Fate, reason: String, services: [String]) {
        self.key = key
        self.account = account
        self.fate = fate
        self.reason = reason
        self.services = services
    }
}

/// An identity that services get.
public struct PlannedIdentity: Hashable, Sendable, Codable {
    /// Stable name in the plan: `CLUSTER/NAMESPACE/SERVICEACCOUNT`.
    public var id: String
    /// The cluster.
    public var cluster: String
    /// The namespace of the ServiceAccount.
    public var namespace: String
    /// The ServiceAccount that Pods run as after the move.
    public var serviceAccount: String
    /// The ServiceAccount that they run as before; the same where it can stay.
    public var formerServiceAccount: String
    /// The mechanism.
    public var mechanism: Mechanism
    /// The name of the role, the Google service account or the managed identity.
    public var role: String
    /// The account or project in which it is made.
    public var account: String
    /// Whether the ServiceAccount itself is granted what it needs, so that the cloud has no identity beside it (Google).
    public var isPrincipal: Bool
    /// The role in another account that is taken from this one, and has the permissions; `nil` where it has them itself.
    public var target: TargetRole?
    /// The services that use it, by id.
    public var services: [String]
    /// What it may do.
    public var permissions: PlannedPermissions

    /// Creates an identity from its parts.
    public init(
        id: String, cluster: String, namespace: String, serviceAccount: String, formerServiceAccount: String,
        mechanism: Mechanism, role: String, account: String, isPrincipal: Bool = false, target: TargetRole? = nil,
        services: [String], permissions: PlannedPermissions = PlannedPermissions(source: .byHand)
    ) {
        self.id = id
        self.cluster = cluster
        self.namespace = namespace
        self.serviceAccount = serviceAccount
        self.formerServiceAccount = formerServiceAccount
        self.mechanism = mechanism
        self.role = role
        self.account = account
        self.isPrincipal = isPrincipal
        self.target = target
        self.services = services
        self.permissions = permissions
    }
}

/// What only a person can do or decide.
public struct Handover: Hashable, Sendable, Codable {
    /// Stable name: `refresher/production/ecr-pull`.
    public var id: String
    /// What it is about: an object or a key.
    public var subject: String
    /// What has to be done, in one sentence.
    public var task: String
    /// Why keyshift cannot do it, in one sentence.
    public var reason: String

    /// Creates a handover from its parts.
    public init(id: String, subject: String, task: String, reason: String) {
        self.id = id
        self.subject = subject
        self.task = task
        self.reason = reason
    }
}
