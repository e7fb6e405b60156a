import MigrationModel

/// What a person would type for one step; also the contents of runbooks.
struct StepCommands {
    private let step: Step
    private let context: PlanContext

    init(_ step: Step, _ context: PlanContext) {
        self.step = step
        self.context = context
    }

    /// Does it; none where a person has to decide how.
    var apply: [ShellCommand] {
        switch step.action {
        case .trustIssuer(let action):
            [
                AWSNames.guardCommand(action.account),
                ShellCommand(
                    "aws", "iam", "create-open-id-connect-provider", "--url", action.issuer, "--client-id-list",
                    AWSNames.audience),
            ]
        case .createIdentity(let action): subject(action.identity)?.commands.create() ?? []
        case .createTargetRole(let action): targetCommands(action)?.create ?? []
        case .bindIdentity(let action): subject(action.identity)?.commands.bind() ?? []
        case .createServiceAccount(let action):
            [ShellCommand("kubectl", "apply", "-f", ServiceAccountManifest.path(of: action, step, context))]
        case .changeWorkload(let action): patch(action.workload, action.change)
        case .deactivateKey(let action): KeyCommands(key: action.key).deactivate
        case .deleteKey(let action): KeyCommands(key: action.key).delete
        case .deleteUser(let action): KeyCommands(key: action.key).deleteOwner
        case .forgetRevisions(let action): RevisionCommands(workload: action.workload).forget
        case .removeCarrier(let action): CarrierCommands(action).remove
        case .moveLiteral(let action): LiteralCommands(action).move
        case .runCanary, .removeCanary: []
        }
    }

    /// Undoes it.
    var undo: [ShellCommand] {
        switch step.action {
        case .trustIssuer(let action):
            [
                ShellCommand(
                    "aws", "iam", "delete-open-id-connect-provider", "--open-id-connect-provider-arn",
                    AWSNames.provider(context.cluster(action.cluster), account: action.account))
            ]
        case .createIdentity(let action): subject(action.identity)?.commands.delete() ?? []
        case .createTargetRole(let action): targetCommands(action)?.delete ?? []
        case .bindIdentity(let action): subject(action.identity)?.commands.unbind() ?? []
        case .createServiceAccount(let action):
            [ShellCommand("kubectl", "delete", "serviceaccount/\(action.name)", "-n", action.namespace)]
        case .changeWorkload(let action): WorkloadCommands(workload: action.workload).undo
        case .deactivateKey(let action): KeyCommands(key: action.key).activate
        case .removeCarrier(let action): CarrierCommands(action).restore
        case .moveLiteral, .runCanary, .removeCanary, .forgetRevisions, .deleteKey, .deleteUser: []
        }
    }

    /// Shows whether something holds that proves the step done.
    func check(_ verification: Verification) -> [ShellCommand] {
        switch verification {
        case .issuerTrusted:
            [
                ShellCommand(
                    "aws", "iam", "get-open-id-connect-provider", "--open-id-connect-provider-arn",
                    AWSNames.provider(context.cluster(step.cluster), account: trustedAccount))
            ]
        case .trustExact: target?.showTrust ?? identity?.commands.showTrust() ?? []
        case .permissionsAttached: target?.showPermissions ?? identity?.commands.showPermissions() ?? []
        case .identityBound: showBinding
        case .rolledOut: workload.map { WorkloadCommands(workload: $0).showRollout } ?? []
        case .injected:
            if let workload, let identity {
                [WorkloadCommands(workload: workload).showVariables(of: identity.identity.serviceAccount)]
            } else {
                []
            }
        case .noStaticSource: showLeftovers
        case .callerIdentity: identity?.commands.showCaller() ?? []
        case .noReference: showRevisions ?? showReferences
        case .carrierGone: carrier.map { [WorkloadCommands(workload: $0).show] } ?? []
        case .keyUnused: key.map { KeyCommands(key: $0).showUse } ?? []
        case .keyInactive, .keyGone: key.map { KeyCommands(key: $0).showState } ?? []
        case .userGone, .confirmed: []
        }
    }

    private func subject(_ identity: String) -> CommandSubject? { context.identity(identity).map(context.subject) }

    private func targetCommands(_ action: CreateTargetRole) -> TargetRoleCommands? {
        subject(action.identity).map { TargetRoleCommands(target: action.target, subject: $0) }
    }

    private var target: TargetRoleCommands? {
        guard case .createTargetRole(let action) = step.action else { return nil }
        return targetCommands(action)
    }

    private var trustedAccount: String {
        guard case .trustIssuer(let action) = step.action else { return context.cluster(step.cluster).account }
        return action.account
    }

    private var identity: CommandSubject? {
        switch step.action {
        case .createIdentity(let action): subject(action.identity)
        case .bindIdentity(let action): subject(action.identity)
        default: context.identity(of: step.service).map(context.subject)
        }
    }

    private var showBinding: [ShellCommand] {
        guard case .createServiceAccount(let action) = step.action else {
            return identity?.commands.showBinding() ?? []
        }
        return [
            ShellCommand("kubectl", "get", "serviceaccount/\(action.name)", "-n", action.namespace, "-o", "yaml")
        ]
    }

    private var workload: ObjectReference? {
        switch step.action {
        case .moveLiteral(let action): action.workload
        case .runCanary(let action): action.workload
        case .removeCanary(let action): action.workload
        case .changeWorkload(let action): action.workload
        default: context.service(step.service)?.workload
        }
    }

    private var carrier: ObjectReference? {
        guard case .removeCarrier(let action) = step.action else { return nil }
        return action.carrier
    }

    private var key: KeyName? {
        switch step.action {
        case .deactivateKey(let action): action.key
        case .deleteKey(let action): action.key
        case .deleteUser(let action): action.key
        default: nil
        }
    }

    /// The canary is told from the other Pods by its ServiceAccount, where that is a new one.
    private var showLeftovers: [ShellCommand] {
        switch step.action {
        case .runCanary(let action):
            action.change.serviceAccount.map {
                WorkloadCommands(workload: action.workload).showLeftovers(of: action.change, inPodsOf: $0)
            } ?? []
        case .changeWorkload(let action): WorkloadCommands(workload: action.workload).showLeftovers(of: action.change)
        default: []
        }
    }

    private var showRevisions: [ShellCommand]? {
        guard case .forgetRevisions(let action) = step.action else { return nil }
        return RevisionCommands(workload: action.workload).show
    }

    private var showReferences: [ShellCommand] {
        guard let carrier else { return [] }
        let get = ShellCommand(
            words: ["kubectl", "get", "deployments,statefulsets,daemonsets,cronjobs,jobs,pods"]
                + (carrier.namespace.map { ["-n", $0] } ?? []) + ["-o", "yaml"])
        return [ShellCommand(shell: "\(get.text) \\\n  | grep -n -F \(ShellWord.quoted("name: " + carrier.name))")]
    }

    private func patch(_ workload: ObjectReference, _ change: TemplateChange) -> [ShellCommand] {
        guard WorkloadPatch(workload, change) != nil else { return [] }
        return WorkloadCommands(workload: workload).patch(WorkloadPatch.path(of: step, context))
    }
}
