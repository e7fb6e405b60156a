/// Where one service stands.
public struct ServiceStatus: Hashable, Sendable, Codable {
    /// Its id in the plan.
    public var id: String
    /// Its cluster.
    public var cluster: String
    /// Its workload.
    public var workload: ObjectReference
    /// The wave in which it is moved.
    public var wave: Int
    /// How it may be changed.
    public var delivery: PlannedService.Delivery
    /// The mechanism; `nil` for a service that is not moved.
    public var mechanism: Mechanism?
    /// Why it is not moved; empty for one that is.
    public var exemption: String
    /// The phases that have steps for it, in order, with how many of them are done.
    public var phases: [PhaseCount]
    /// Its keys.
    public var keys: [KeyName]
    /// Its steps that regressed or failed, or that run now, by id.
    public var attention: [String]

    /// How many steps of a phase are done.
    public struct PhaseCount: Hashable, Sendable, Codable {
        /// The phase.
        public var phase: Phase
        /// How many steps are done.
        public var done: Int
        /// How many there are.
        public var total: Int

        /// Creates a count.
        public init(phase: Phase, done: Int, total: Int) {
            self.phase = phase
            self.done = done
            self.total = total
        }
    }

    /// Whether all its own steps are done.
    public var isDone: Bool { phases.allSatisfy { $0.done == $0.total } }

    /// Creates a status from its parts.
    public init(
        id: String, cluster: String, workload: ObjectReference, wave: Int, delivery: PlannedService.Delivery,
        mechanism: Mechanism?, exemption: String = "", phases: [PhaseCount], keys: [KeyName], attention: [String] = []
    ) {
        self.id = id
        self.cluster = cluster
        self.workload = workload
        self.wave = wave
        self.delivery = delivery
        self.mechanism = mechanism
        self.exemption = exemption
        self.phases = phases
        self.keys = keys
        self.attention = attention
    }
}
