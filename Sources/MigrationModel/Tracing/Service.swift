/// What is migrated as a unit: the workload on top of the owners of some Pods.
public struct Service: Hashable, Sendable {
    /// The workload.
    public var name: WorkloadName
    /// The ServiceAccounts that its templates name, in order; nearly always one.
    public var serviceAccounts: [String]
    /// How many Pods it wants; `nil` where it does not say.
    public var replicas: Int?
    /// How it replaces Pods; empty where it does not say.
    public var updateStrategy: String
    /// `spec.schedule` of CronJobs; empty for others.
    public var schedule: String
    /// Whether it makes no Pods for now.
    public var isIdle: Bool
    /// PodDisruptionBudgets that select its Pods, each with its rule.
    public var disruptionBudgets: [DisruptionBudget]
    /// Who made it and would make it again, most direct first.
    public var managers: [ObjectManager]
    /// The containers of its newest template.
    public var containers: [String]
    /// How many Pods of it are in the input and have not ended.
    public var pods: Int

    /// Creates a service from its parts.
    public init(
        name: WorkloadName, serviceAccounts: [String] = [], replicas: Int? = nil, updateStrategy: String = "",
        schedule: String = "", isIdle: Bool = false, disruptionBudgets: [DisruptionBudget] = [],
        managers: [ObjectManager] = [], containers: [String] = [], pods: Int = 0
    ) {
        self.name = name
        self.serviceAccounts = serviceAccounts
        self.replicas = replicas
        self.updateStrategy = updateStrategy
        self.schedule = schedule
        self.isIdle = isIdle
        self.disruptionBudgets = disruptionBudgets
        self.managers = managers
        self.containers = containers
        self.pods = pods
    }
}

/// Services that cannot be migrated without each other, because they share keys.
public struct ServiceGroup: Hashable, Sendable {
    /// The keys that tie them together.
    public var keys: [KeyName]
    /// The services, in order.
    public var services: [WorkloadName]

    /// Creates a group from its parts.
    public init(keys: [KeyName], services: [WorkloadName]) {
        self.keys = keys
        self.services = services
    }
}
