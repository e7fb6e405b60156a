public import MigrationModel

/// How the steps of a plan are carried out, call by call; no step has calls yet.
public struct PlanCalls: PlanProcedures {
    /// Creates it for a plan.
    public init(_ plan: Plan) {}

    /// How a step is carried out and undone.
    public func procedure(of step: Step) -> StepProcedure { StepProcedure() }
    /// What an identity has to look like.
    public func documents(ofIdentity id: String) -> IdentityDocuments? { nil }
}
