public import MigrationModel

/// Looks whether one thing that proves a step done holds in the world as it is; one type per verification.
public protocol StepVerification: Sendable {
    /// Which it is.
    static var verification: Verification { get }

    /// Looks.
    ///
    /// - Parameters:
    ///   - step: the step.
    ///   - scene: what can be asked.
    /// - Returns: whether it holds, with the reason and the evidence. What could not be looked up is ``StepCheck/Result/cannotTell``.
    static func check(_ step: Step, in scene: Scene) async -> StepCheck
}

/// Everything that a verification can ask.
public struct Scene: Sendable {
    /// The plan.
    public var plan: Plan
    /// How its steps are carried out, and what its identities have to look like.
    public var procedures: any PlanProcedures
    /// Reads the cluster with this name in the plan; `nil` where it cannot be reached here.
    public var cluster: @Sendable (String) -> (any ClusterReading)?
    /// Reads the clouds, through the programs of the user; `nil` where only a dump is looked at.
    public var programs: (any ProgramRunner)?
    /// Where everything stands.
    public var state: LedgerState
    /// The present moment.
    public var now: Timestamp
    /// What only a person knows, by name: `--set NAME=VALUE`.
    public var givens: [String: String]
    /// What a person has confirmed of steps that nothing else can show: the statement by the id of the step.
    public var confirmations: [String: String]
    /// Who has each key, as evidence of the ledger says; see ``KeyOwner``.
    public var owners: [KeyName: String]
    /// What clouds are asked again by when they have too much to do; without it they are asked once.
    public var clock: (any MigrationClock)?
    /// The accounts that credentials turned out to be of, asked once for all verifications of this scene.
    let accounts = AccountMemory()

    /// Creates a scene from its parts.
    public init(
        plan: Plan, procedures: any PlanProcedures, cluster: @escaping @Sendable (String) -> (any ClusterReading)?,
        programs: (any ProgramRunner)?, state: LedgerState, now: Timestamp, givens: [String: String] = [:],
        confirmations: [String: String] = [:], owners: [KeyName: String] = [:], clock: (any MigrationClock)? = nil
    ) {
        self.plan = plan
        self.procedures = procedures
        self.cluster = cluster
        self.programs = programs
        self.state = state
        self.now = now
        self.givens = givens
        self.confirmations = confirmations
        self.owners = owners
        self.clock = clock
    }
}
