/// Who receives each key, and which identities the containers of a cluster really use.
public struct Trace: Hashable, Sendable {
    /// The services that receive a key or have a federated identity, in order.
    public var services: [Service]
    /// Every way on which a key reaches a container, ordered by key and service.
    public var consumptions: [Consumption]
    /// Services that share keys, the largest group first.
    public var groups: [ServiceGroup]
    /// The identities of containers that have a static key or a federated identity, in order.
    public var identities: [ContainerIdentity]
    /// What will surprise somebody, in order.
    public var findings: [IdentityFinding]
    /// The inventory of ServiceAccounts.
    public var inventory: [IdentityRecord]
    /// What the inputs did not have that could hide a consumer: "no Pods", "no CronJobs", "no custom resources".
    public var blindSpots: [String]

    /// Creates a trace from its parts.
    public init(
        services: [Service] = [], consumptions: [Consumption] = [], groups: [ServiceGroup] = [],
        identities: [ContainerIdentity] = [], findings: [IdentityFinding] = [], inventory: [IdentityRecord] = [],
        blindSpots: [String] = []
    ) {
        self.services = services
        self.consumptions = consumptions
        self.groups = groups
        self.identities = identities
        self.findings = findings
        self.inventory = inventory
        self.blindSpots = blindSpots
    }
}
