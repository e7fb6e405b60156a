public import MigrationModel

/// Turns what a scan found into a plan.
///
/// A function of its input: the same keys, objects and configuration give the same plan.
public struct Planner {
    private let input: PlanningInput

    /// Prepares a plan.
    public init(_ input: PlanningInput) { self.input = input }

    /// The plan.
    ///
    /// - Returns: the plan, ordered as its steps can be carried out.
    /// - Throws: ``PlanningRefusal`` with everything that makes a plan impossible.
    public func plan() throws(PlanningRefusal) -> Plan {
        let clusters = ClusterAssignment(
            input.configuration, inputs: input.report.inputs.map(\.name), context: input.context)
        var services = ServiceSelection(input, clusters)
        let index = PlanningIndex(input)
        let recognition = Recognition(input, index, services)
        services.leave(recognition.blocked)
        let choices = MechanismSelection(input, index, services)
        let problems = clusters.problems + choices.problems
        guard problems.isEmpty else { throw PlanningRefusal(problems: problems) }
        services.leave(choices.unfit)
        var identities = IdentitySelection(input, index, services, choices)
        let permissions = PermissionSelection(input, services, identities)
        identities.give(permissions.byService)
        let fates = KeyFates(input, services, explained: Set(recognition.blocked.keys))
        let steps = StepBuilder(input, index, services, identities, fates, clusters).steps()
        return Plan(
            isPartial: input.report.isPartial, clusters: clusters.planned, services: services.planned(choices),
            keys: fates.planned, identities: identities.planned, steps: steps,
            handovers: recognition.handovers + fates.handovers + identities.handovers
                + permissions.handovers(of: fates.retired))
    }
}

/// What a plan is made from.
public struct PlanningInput {
    /// The scan, with its trace.
    public var report: ScanReport
    /// What was read besides.
    public var objects: ClusterObjects
    /// What people decided.
    public var configuration: Configuration
    /// The policies that people gave, by the names that the configuration has for their files.
    public var policies: [String: PolicyDocument]
    /// What AWS accounts say of their users.
    public var accounts: AccountFacts
    /// The day of planning, `YYYY-MM-DD` in UTC, which exemptions are compared with.
    public var today: String
    /// The context of kubectl through which a live cluster was read; empty for files and for the current one.
    public var context: String
    /// The identities of the plan that is revised: what it has bound already is nobody else's.
    public var given: [PlannedIdentity]

    /// Creates an input from its parts.
    public init(
        report: ScanReport, objects: ClusterObjects, configuration: Configuration,
        policies: [String: PolicyDocument] = [:], accounts: AccountFacts = AccountFacts(), today: String,
        context: String = "", given: [PlannedIdentity] = []
    ) {
        self.report = report
        self.objects = objects
        self.configuration = configuration
        self.policies = policies
        self.accounts = accounts
        self.today = today
        self.context = context
        self.given = given
    }
}

/// Why there can be no plan.
public struct PlanningRefusal: Error, Hashable, Sendable {
    /// Everything that is in the way, in order.
    public var problems: [PlanningProblem]

    /// Creates a refusal.
    public init(problems: [PlanningProblem]) { self.problems = problems }
}

/// One thing that makes a plan impossible.
public struct PlanningProblem: Hashable, Sendable {
    /// What it is.
    public enum Code: String, Hashable, Sendable, Codable, CaseIterable {
        /// An input that no cluster of the configuration claims.
        case unassignedInput = "input-without-cluster"
        /// A mechanism that was asked for and cannot be.
        case impossibleOverride = "impossible-mechanism"
    }

    /// What it is.
    public var code: Code
    /// The input, service or cluster.
    public var subject: String
    /// What is in the way, in one sentence.
    public var message: String
    /// What to do, in one sentence.
    public var advice: String

    /// Creates a problem from its parts.
    public init(_ code: Code, subject: String, message: String, advice: String) {
        self.code = code
        self.subject = subject
        self.message = message
        self.advice = advice
    }
}
