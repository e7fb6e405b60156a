/// What a person tells keyshift about the clusters and about how to move them; everything else is read from the input.
public struct Configuration: Hashable, Sendable {
    /// The clusters, in the order of the file.
    public var clusters: [ClusterConfiguration]
    /// How to move, unless a service says otherwise.
    public var preferences: Preferences
    /// What is different for some services; the first entry that matches a service counts.
    public var services: [ServiceConfiguration]

    /// Creates a configuration from its parts.
    public init(
        clusters: [ClusterConfiguration], preferences: Preferences = Preferences(),
        services: [ServiceConfiguration] = []
    ) {
        self.clusters = clusters
        self.preferences = preferences
        self.services = services
    }

    /// What is different for a service: the first entry whose pattern matches `NAMESPACE/KIND/NAME`.
    public func setting(of workload: ObjectReference) -> ServiceConfiguration? {
        let place = "\(workload.namespace ?? "")/\(workload.kind)/\(workload.name)"
        return services.first { Glob($0.service).matches(place) }
    }
}

/// Where a cluster runs and what cannot be seen in a dump of it.
public struct ClusterConfiguration: Hashable, Sendable {
    /// Who runs the control plane, which decides which mechanisms there are.
    public enum Platform: String, Hashable, Sendable, Codable, CaseIterable {
        /// Amazon EKS.
        case eks
        /// Google Kubernetes Engine.
        case gke
        /// Azure Kubernetes Service.
        case aks
        /// Anything else, with an OIDC issuer that a cloud can reach if it is to be federated.
        case selfManaged = "self-managed"
    }

    /// The name that the cloud has for it.
    public var name: String
    /// The inputs that belong to it, with `*` for anything; an empty list means every input.
    public var inputs: [String]
    /// Who runs it.
    public var platform: Platform
    /// Region of an AWS cluster, or location of a GKE or AKS one.
    public var region: String
    /// The AWS account in which its roles are made, 12 digits; empty for other clouds.
    public var account: String
    /// The Google project id; empty for other clouds.
    public var project: String
    /// The Google project number, which direct grants need; empty for other clouds.
    public var projectNumber: String
    /// The Entra tenant; empty for other clouds.
    public var tenant: String
    /// The Azure subscription; empty for other clouds.
    public var subscription: String
    /// The Azure resource group for managed identities; empty for other clouds.
    public var resourceGroup: String
    /// The OIDC issuer, `https://…`; empty where it is not known.
    public var issuer: String
    /// Whether the IAM OIDC provider for the issuer exists.
    public var hasIssuerProvider: Bool
    /// Namespaces whose Pods run on Fargate, where Pod Identity is not to be had.
    public var fargateNamespaces: [String]
    /// Whether the agent of Pod Identity is installed; `nil` where the dump says.
    public var hasPodIdentityAgent: Bool?
    /// How many clusters are to share each role, which makes trust policies grow.
    public var clustersPerRole: Int
    /// From where alone roles may be taken by a web identity; `nil` for anywhere.
    public var network: TrustedNetwork?
    /// The context of kubectl that every command names; empty for the one through which it was read, or the current one.
    public var context: String
    /// The profile of the cloud's command line that every command names; empty for the current one.
    public var profile: String

    /// Creates a cluster from its parts.
    public init(
        name: String, inputs: [String] = [], platform: Platform, region: String = "", account: String = "",
        project: String = "", projectNumber: String = "", tenant: String = "", subscription: String = "",
        resourceGroup: String = "", issuer: String = "", hasIssuerProvider: Bool = false,
        fargateNamespaces: [String] = [], hasPodIdentityAgent: Bool? = nil, clustersPerRole: Int = 1,
        network: TrustedNetwork? = nil, context: String = "", profile: String = ""
    ) {
        self.name = name
        self.inputs = inputs
        self.platform = platform
        self.region = region
        self.account = account
        self.project = project
        self.projectNumber = projectNumber
        self.tenant = tenant
        self.subscription = subscription
        self.resourceGroup = resourceGroup
        self.issuer = issuer
        self.hasIssuerProvider = hasIssuerProvider
        self.fargateNamespaces = fargateNamespaces
        self.hasPodIdentityAgent = hasPodIdentityAgent
        self.clustersPerRole = clustersPerRole
        self.network = network
        self.context = context
        self.profile = profile
    }
}

/// Where the calls come from by which roles are taken.
public struct TrustedNetwork: Hashable, Sendable, Codable {
    /// VPCs whose endpoint for STS is used: `vpc-…`.
    public var vpcs: [String]
    /// Endpoints for STS: `vpce-…`.
    public var endpoints: [String]
    /// Public addresses, `203.0.113.0/24`; not together with the others, since a call through an endpoint has none.
    public var addresses: [String]

    /// Creates a network from its parts.
    public init(vpcs: [String] = [], endpoints: [String] = [], addresses: [String] = []) {
        self.vpcs = vpcs
        self.endpoints = endpoints
        self.addresses = addresses
    }
}

/// How to move services, unless one says otherwise.
public struct Preferences: Hashable, Sendable {
    /// Who makes roles and policies.
    public enum InfrastructureOwner: String, Hashable, Sendable, Codable, CaseIterable {
        /// Terraform owns them, and the plan's modules are applied by whoever runs Terraform.
        case terraform
        /// The cloud's own command line makes them, step by step.
        case commands
    }

    /// The mechanism to prefer where several are possible; `nil` lets the facts decide.
    public var mechanism: Mechanism?
    /// How roles and identities are called; `{cluster}`, `{namespace}` and `{serviceAccount}` are replaced.
    public var roleName: String
    /// Hours for which a service must have run well before its key is touched.
    public var soakHours: Int
    /// Days for which a key must not have been used before it is deleted.
    public var quietDays: Int
    /// How many services may be between canary and soak at the same time.
    public var servicesAtATime: Int
    /// Services by pattern, the first wave first; those that match none come last.
    public var waves: [[String]]
    /// Who makes roles and policies.
    public var infrastructure: InfrastructureOwner

    /// Creates preferences; what is not given is the default.
    public init(
        mechanism: Mechanism? = nil, roleName: String = "{cluster}-{namespace}-{serviceAccount}", soakHours: Int = 24,
        quietDays: Int = 7, servicesAtATime: Int = 1, waves: [[String]] = [],
        infrastructure: InfrastructureOwner = .terraform
    ) {
        self.mechanism = mechanism
        self.roleName = roleName
        self.soakHours = soakHours
        self.quietDays = quietDays
        self.servicesAtATime = servicesAtATime
        self.waves = waves
        self.infrastructure = infrastructure
    }
}

/// What is different for one service or a family of them.
public struct ServiceConfiguration: Hashable, Sendable {
    /// Which services: `NAMESPACE/KIND/NAME`, where `*` matches any run of characters.
    public var service: String
    /// The mechanism that it has to use; a plan in which it cannot is refused.
    public var mechanism: Mechanism?
    /// The SDK families of its containers, by id.
    public var sdk: [String]
    /// Why it keeps its key, and until when; `nil` when it is to be moved.
    public var exemption: Exemption?
    /// The account whose resources it uses, when that is not the cluster's.
    public var targetAccount: String
    /// How it reaches that account; `nil` lets the mechanism decide.
    public var accountAccess: AccountAccess?
    /// Whether it looks for credentials as its SDK does when it is given no key, although it is given one by other names.
    public var usesDefaultChain: Bool
    /// Whether a person has accepted the permissions that were drafted for it.
    public var acceptsDraft: Bool
    /// The file of the policy that it gets, as the configuration names it; empty for none.
    public var policy: String

    /// How a service of one AWS account gets credentials for another.
    public enum AccountAccess: String, Hashable, Sendable, Codable, CaseIterable {
        /// Its role is made in the other account, which trusts the issuer of the cluster: IRSA.
        case direct
        /// Its role in the cluster's account takes another one there: by EKS itself, or by the application.
        case roleChaining = "role-chaining"
    }

    /// A decision that a service is not moved for now.
    public struct Exemption: Hashable, Sendable {
        /// Why.
        public var reason: String
        /// The last day of it, `YYYY-MM-DD` in UTC.
        public var expires: String

        /// Creates an exemption from its parts.
        public init(reason: String, expires: String) {
            self.reason = reason
            self.expires = expires
        }
    }

    /// Creates an entry from its parts.
    public init(
        service: String, mechanism: Mechanism? = nil, sdk: [String] = [], exemption: Exemption? = nil,
        targetAccount: String = "", accountAccess: AccountAccess? = nil, usesDefaultChain: Bool = false,
        acceptsDraft: Bool = false, policy: String = ""
    ) {
        self.service = service
        self.mechanism = mechanism
        self.sdk = sdk
        self.exemption = exemption
        self.targetAccount = targetAccount
        self.accountAccess = accountAccess
        self.usesDefaultChain = usesDefaultChain
        self.acceptsDraft = acceptsDraft
        self.policy = policy
    }
}
