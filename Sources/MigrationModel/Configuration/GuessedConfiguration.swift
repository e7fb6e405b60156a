/// What the inputs show of the configuration that planning needs, for a person to complete.
public struct GuessedConfiguration: Hashable, Sendable {
    /// The clusters that the inputs show, in order.
    public var clusters: [GuessedCluster]
    /// The services that receive keys, in order.
    public var services: [GuessedService]

    /// Creates a guess from its parts.
    public init(clusters: [GuessedCluster], services: [GuessedService] = []) {
        self.clusters = clusters
        self.services = services
    }
}

/// What the inputs show of one cluster.
public struct GuessedCluster: Hashable, Sendable {
    /// A field of the configuration that inputs may show; its raw value is the name in the file.
    public enum Field: String, Hashable, Sendable, CaseIterable {
        /// ``ClusterConfiguration/name``.
        case name
        /// ``ClusterConfiguration/platform``.
        case platform
        /// ``ClusterConfiguration/region``.
        case region
        /// ``ClusterConfiguration/account``.
        case account
        /// ``ClusterConfiguration/project``.
        case project
        /// ``ClusterConfiguration/tenant``.
        case tenant
        /// ``ClusterConfiguration/subscription``.
        case subscription
        /// ``ClusterConfiguration/resourceGroup``.
        case resourceGroup
        /// ``ClusterConfiguration/fargateNamespaces``.
        case fargateNamespaces
        /// ``ClusterConfiguration/hasPodIdentityAgent``.
        case podIdentityAgent
        /// ``ClusterConfiguration/hasIssuerProvider``.
        case hasIssuerProvider
    }

    /// What is known; texts are empty, and lists too, where nothing is.
    public var cluster: ClusterConfiguration
    /// Whether ``ClusterConfiguration/platform`` is known; it has to have some value where it is not.
    public var isPlatformKnown: Bool
    /// Where the value of a field comes from, or why it is not known; a part of a sentence without names from a cluster.
    public var reasons: [Field: String]

    /// Creates a guess from its parts.
    public init(cluster: ClusterConfiguration, isPlatformKnown: Bool, reasons: [Field: String] = [:]) {
        self.cluster = cluster
        self.isPlatformKnown = isPlatformKnown
        self.reasons = reasons
    }
}

/// A service that receives keys.
public struct GuessedService: Hashable, Sendable {
    /// The pattern that names it: `production/Deployment/api`.
    public var pattern: String
    /// How many keys it receives.
    public var keys: Int
    /// The account of its AWS keys, where they agree on one that is not the cluster's; else empty.
    public var targetAccount: String

    /// Creates a guess from its parts.
    public init(pattern: String, keys: Int, targetAccount: String = "") {
        self.pattern = pattern
        self.keys = keys
        self.targetAccount = targetAccount
    }
}
