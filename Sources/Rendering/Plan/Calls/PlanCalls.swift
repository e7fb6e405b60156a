public import MigrationModel

/// How each step of a plan is carried out and undone, call by call, from the plan alone.
///
/// The same patches, trust policies and permissions as in the files of the plan; an edited plan gives other calls, an edited file
/// does not.
public struct PlanCalls: PlanProcedures {
    private let context: PlanContext

    /// Reads what the calls of a plan have in common.
    ///
    /// - Parameter plan: the plan; accounts, regions, issuers, contexts and profiles are those of its clusters.
    public init(_ plan: Plan) {
        var configuration = Configuration(clusters: plan.clusters.map(\.configuration))
        let isTerraform = plan.steps.contains { $0.actor == .terraform }
        configuration.preferences.infrastructure = isTerraform ? .terraform : .commands
        context = PlanContext(plan, configuration)
    }

    /// How a step is carried out and undone; a step of another plan has what this one can say of it.
    ///
    /// Steps that are merged or applied elsewhere have their calls as well: whoever carries a plan out goes by ``Step/actor``.
    public func procedure(of step: Step) -> StepProcedure {
        var procedure = calls(of: step)
        let files = ProcedureFiles(step, context)
        procedure.files = files.apply
        procedure.undoFiles = files.undo
        return procedure
    }

    /// What an identity has to look like; `nil` where the plan has none of this id.
    public func documents(ofIdentity id: String) -> IdentityDocuments? {
        context.identity(id).map { PlannedDocuments($0, context).documents }
    }

    private func calls(of step: Step) -> StepProcedure {
        switch step.action {
        case .trustIssuer(let action): IssuerCalls(action, context).procedure
        case .createIdentity(let action): identity(action.identity) { $0.create }
        case .createTargetRole(let action): identity(action.identity) { TargetRoleCalls(action.target, $0).procedure }
        case .bindIdentity(let action): identity(action.identity) { BindingCalls(action, $0).procedure }
        case .createServiceAccount(let action): ServiceAccountCalls(action).procedure
        case .moveLiteral(let action): LiteralCalls(action).procedure
        case .runCanary(let action): CanaryCalls(action, KubernetesArtefacts(step, context)).procedure
        case .removeCanary(let action): CanaryCalls.removal(action)
        case .changeWorkload(let action): WorkloadCalls(action, KubernetesArtefacts(step, context)).procedure
        case .forgetRevisions(let action): StepProcedure(apply: [.forgetRevisions(action)])
        case .removeCarrier(let action): CarrierCalls(action).procedure
        case .removeCopy(let action): CarrierCalls.removal(of: action)
        case .deactivateKey(let action): KeyCalls(action.key, context).deactivation
        case .deleteKey(let action): KeyCalls(action.key, context).deletion
        case .deleteUser(let action): KeyCalls(action.key, context).ownerDeletion
        }
    }

    private func identity(_ id: String, _ procedure: (IdentityCalls) -> StepProcedure) -> StepProcedure {
        guard let identity = context.identity(id) else {
            return StepProcedure(byHand: ["The plan has no identity of the id \(id)."])
        }
        return procedure(IdentityCalls(identity, context))
    }
}
