public import MigrationModel

/// Everything outside of the ledger that a migration works with.
public struct MigrationTools: Sendable {
    /// Runs the programs of the user; `nil` where only a dump is looked at.
    public var programs: (any ProgramRunner)?
    /// The time.
    public var clock: any MigrationClock
    /// Who works.
    public var author: Author
    /// Reads a cluster; `nil` where it cannot be reached here.
    public var reading: @Sendable (PlannedCluster) -> (any ClusterReading)?
    /// Makes calls on a cluster and its cloud, with what only a person knows; `nil` where nothing may be changed.
    public var calls: @Sendable (PlannedCluster, _ givens: [String: String]) -> (any CallMaking)?
    /// What only a person knows, by name.
    public var givens: [String: String]
    /// What a person has confirmed, by the id of the step.
    public var confirmations: [String: String]

    /// Creates the tools.
    public init(
        programs: (any ProgramRunner)?, clock: any MigrationClock, author: Author,
        reading: @escaping @Sendable (PlannedCluster) -> (any ClusterReading)?,
        calls: @escaping @Sendable (PlannedCluster, _ givens: [String: String]) -> (any CallMaking)?,
        givens: [String: String] = [:],
        confirmations: [String: String] = [:]
    ) {
        self.programs = programs
        self.clock = clock
        self.author = author
        self.reading = reading
        self.calls = calls
        self.givens = givens
        self.confirmations = confirmations
    }
}
