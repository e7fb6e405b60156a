/// The whole story of one key or one workload.
public struct Explanation: Hashable, Sendable {
    /// What was asked for.
    public enum Subject: Hashable, Sendable {
        /// A key.
        case key(KeyName)
        /// A workload.
        case workload(WorkloadName)
    }

    /// What was asked for.
    public var subject: Subject
    /// The key, when it was asked for one.
    public var key: StaticKey?
    /// The services concerned, in order.
    public var services: [ServiceExplanation]
    /// What could hide a consumer, when the subject is a key.
    public var blindSpots: [String]
    /// When the scan was made, RFC 3339 in UTC.
    public var generated: String
    /// Whether a part of the input was not scanned, so that there may be more to tell.
    public var isPartial: Bool

    /// Creates an explanation from its parts.
    public init(
        subject: Subject, key: StaticKey? = nil, services: [ServiceExplanation], blindSpots: [String] = [],
        generated: String = "", isPartial: Bool = false
    ) {
        self.subject = subject
        self.key = key
        self.services = services
        self.blindSpots = blindSpots
        self.generated = generated
        self.isPartial = isPartial
    }
}

/// The story of one service.
public struct ServiceExplanation: Hashable, Sendable {
    /// The service.
    public var service: Service
    /// Its ServiceAccounts and their identities.
    public var identities: [IdentityRecord]
    /// The ways on which keys reach it.
    public var consumptions: [Consumption]
    /// Its containers, in order; only those with anything to tell.
    public var containers: [ContainerExplanation]
    /// What will surprise somebody.
    public var findings: [IdentityFinding]

    /// Creates an explanation from its parts.
    public init(
        service: Service, identities: [IdentityRecord] = [], consumptions: [Consumption] = [],
        containers: [ContainerExplanation] = [], findings: [IdentityFinding] = []
    ) {
        self.service = service
        self.identities = identities
        self.consumptions = consumptions
        self.containers = containers
        self.findings = findings
    }
}

/// Where the SDKs of one container look for credentials of one cloud, and what comes of it.
public struct ContainerExplanation: Hashable, Sendable {
    /// What the container uses in short.
    public var identity: ContainerIdentity
    /// For Pods that will be created now: families that look in the same places with the same results stand together.
    public var orders: [Order]
    /// From which versions on the families that it uses, or probably uses, know the mechanisms of its cloud.
    public var minimumVersions: [MinimumVersion]

    /// One order and the families that have it.
    public struct Order: Hashable, Sendable {
        /// The families.
        public var families: [SDKFamily]
        /// What each of them finds; the family in it is the first.
        public var resolution: CredentialResolution

        /// Creates an order from its parts.
        public init(families: [SDKFamily], resolution: CredentialResolution) {
            self.families = families
            self.resolution = resolution
        }
    }

    /// Creates an explanation from its parts.
    public init(identity: ContainerIdentity, orders: [Order], minimumVersions: [MinimumVersion] = []) {
        self.identity = identity
        self.orders = orders
        self.minimumVersions = minimumVersions
    }
}
