/// A service in a plan, with the mechanism that was chosen for it and why.
public struct PlannedService: Hashable, Sendable, Codable {
    /// Stable name in the plan: `CLUSTER/NAMESPACE/KIND/NAME`.
    public var id: String
    /// The cluster.
    public var cluster: String
    /// The workload.
    public var workload: ObjectReference
    /// The wave in which it is moved, from 1.
    public var wave: Int
    /// The keys that it receives.
    public var keys: [KeyName]
    /// How it may be changed.
    public var delivery: Delivery
    /// The choice of the mechanism; `nil` for a service that is not moved.
    public var choice: MechanismChoice?
    /// Why it is not moved; empty for one that is.
    public var exemption: String

    /// How a change reaches an object.
    public enum Delivery: String, Hashable, Sendable, Codable, CaseIterable {
        /// keyshift patches it.
        case direct
        /// The change is made where the object's manager reads it, and keyshift waits until the cluster shows it.
        case gitOps = "gitops"
    }

    /// Creates a service from its parts.
    public init(
        id: String, cluster: String, workload: ObjectReference, wave: Int = 1, keys: [KeyName], delivery: Delivery,
        choice: MechanismChoice?, exemption: String = ""
    ) {
        self.id = id
        self.cluster = cluster
        self.workload = workload
        self.wave = wave
        self.keys = keys
        self.delivery = delivery
        self.choice = choice
        self.exemption = exemption
    }
}

/// The mechanism of a service with the reasons for it and against the others.
public struct MechanismChoice: Hashable, Sendable, Codable {
    /// The mechanism.
    public var mechanism: Mechanism
    /// Whether a person asked for it.
    public var isOverridden: Bool
    /// Every mechanism of the cloud, the chosen one first, then by score.
    public var assessments: [MechanismAssessment]

    /// Creates a choice from its parts.
    public init(mechanism: Mechanism, isOverridden: Bool, assessments: [MechanismAssessment]) {
        self.mechanism = mechanism
        self.isOverridden = isOverridden
        self.assessments = assessments
    }
}

/// How well a mechanism fits one service.
public struct MechanismAssessment: Hashable, Sendable, Codable {
    /// The mechanism.
    public var mechanism: Mechanism
    /// What makes it impossible; empty when it is possible.
    public var obstacles: [String]
    /// What speaks for it.
    public var advantages: [String]
    /// What speaks against it.
    public var drawbacks: [String]
    /// Advantages less drawbacks, weighted; compared only among mechanisms of one service.
    public var score: Int

    /// Whether it can be chosen.
    public var isPossible: Bool { obstacles.isEmpty }

    /// Creates an assessment from its parts.
    public init(
        mechanism: Mechanism, obstacles: [String] = [], advantages: [String] = [], drawbacks: [String] = [],
        score: Int = 0
    ) {
        self.mechanism = mechanism
        self.obstacles = obstacles
        self.advantages = advantages
        self.drawbacks = drawbacks
        self.score = score
    }
}
