/// It is derived from a plan and the events of its ledger alone; nothing is looked up for it.
public struct MigrationStatus: Hashable, Sendable, Codable {
    /// All of it in one word, which exit statuses and reports begin with.
    public enum Standing: String, Hashable, Sendable, Codable, CaseIterable {
        /// Nothing was carried out.
        case fresh
        /// Something may run now.
        case inProgress = "in-progress"
        /// Nothing may run before time has passed, or a person has said something.
        case waiting
        /// Something that had been verified holds no longer.
        case regressed
        /// Every step is done.
        case done
    }

    /// The version of the format, 1.
    public var version = 1
    /// The moment.
    public var at: Timestamp
    /// The id of the plan.
    public var plan: String
    /// The folder of the plan, as the command line has it.
    public var folder: String
    /// All of it in one word.
    public var standing: Standing
    /// The number of the ledger's last event; 0 for an empty one.
    public var sequence: Int
    /// The hash of the ledger's last event; 64 zeroes for an empty one.
    public var head: String
    /// The clusters, by name.
    public var clusters: [String]
    /// The steps in the order of the plan.
    public var steps: [StepStatus]
    /// The services in the order of the plan.
    public var services: [ServiceStatus]
    /// The keys in the order of the plan.
    public var keys: [KeyStatus]
    /// The gates that were passed with a reason, in the order in which that happened.
    public var overrides: [OverrideRecord]
    /// How many static keys of the plan were alive, each time that changed, from the adoption of the plan on.
    public var burnDown: [BurnDownPoint]

    /// Creates a status from its parts.
    public init(
        at: Timestamp, plan: String, folder: String = "", standing: Standing, sequence: Int, head: String,
        clusters: [String], steps: [StepStatus], services: [ServiceStatus], keys: [KeyStatus],
        overrides: [OverrideRecord] = [], burnDown: [BurnDownPoint] = []
    ) {
        self.at = at
        self.plan = plan
        self.folder = folder
        self.standing = standing
        self.sequence = sequence
        self.head = head
        self.clusters = clusters
        self.steps = steps
        self.services = services
        self.keys = keys
        self.overrides = overrides
        self.burnDown = burnDown
    }
}
