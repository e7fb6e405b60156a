import MigrationModel

/// What a person would type for one step; also the contents of runbooks.
struct StepCommands {
    private let step: Step
    private let context: PlanContext
    private let files: Files

    init(_ step: Step, _ context: PlanContext) {
        self.step = step
        self.context = context
        files = Files(KubernetesArtefacts(step, context))
    }

    /// The files of the step, found when they are asked for first: to do, to undo and to check it names the same ones.
    private final class Files {
        private let artefacts: KubernetesArtefacts
        private lazy var all = artefacts.all

        init(_ artefacts: KubernetesArtefacts) { self.artefacts = artefacts }

        /// The file for a purpose; `nil` where there is none.
        func path(_ purpose: KubernetesArtefacts.Purpose) -> String? { all.first { $0.purpose == purpose }?.path }
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
        case .createServiceAccount(let action): serviceAccount(action)
        case .changeWorkload(let action): change(action)
        case .deactivateKey(let action): KeyCommands(key: action.key).deactivate
        case .deleteKey(let action): KeyCommands(key: action.key).delete
        case .deleteUser(let action): KeyCommands(key: action.key).deleteOwner
        case .removeCarrier(let action): CarrierCommands(action, kubectl).remove
        case .removeCopy(let action): CarrierCommands.removeCopy(action, kubectl)
        case .moveLiteral(let action):
            files.path(.literal).map { LiteralCommands(action, kubectl, patch: $0).move } ?? []
        case .runCanary(let action): files.path(.canary).map { CanaryCommands(action, kubectl).start($0) } ?? []
        case .removeCanary(let action):
            CanaryCommands.object(action.form, action.name, action.workload).map {
                [kubectl.of(action.workload).command("delete", $0, "--wait")]
            } ?? []
        case .forgetRevisions(let action):
            WorkloadCommands(workload: action.workload, kubectl: kubectl).forgetRevisions(action.annotations)
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
            [place(action.namespace).command("delete", "serviceaccount/\(action.name)")]
        case .changeWorkload(let action): undo(action)
        case .deactivateKey(let action): KeyCommands(key: action.key).activate
        case .removeCarrier(let action): CarrierCommands(action, kubectl).restore
        case .moveLiteral(let action): LiteralCommands(action, kubectl, patch: "").putBack
        case .runCanary(let action): CanaryCommands(action, kubectl).end(files.path(.canaryUndo))
        case .removeCanary, .forgetRevisions, .removeCopy, .deleteKey, .deleteUser: []
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
        case .rolledOut: workload.map { WorkloadCommands(workload: $0, kubectl: kubectl).showRollout } ?? []
        case .injected:
            if let workload, let pods {
                [WorkloadCommands(workload: workload, kubectl: kubectl).showVariables(of: pods)]
            } else {
                []
            }
        case .noStaticSource: showLeftovers
        case .callerIdentity: showCaller + (identity?.commands.showCaller() ?? [])
        case .noReference: showReferences
        case .carrierGone: carrier.map { [CarrierCommands.showEntries($0, kubectl)] } ?? []
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
        return [place(action.namespace).command("get", "serviceaccount/\(action.name)", "-o", "yaml")]
    }

    private var kubectl: Kubectl { context.kubectl(step.cluster) }
    private func place(_ namespace: String) -> Kubectl {
        var place = kubectl
        place.namespace = namespace
        return place
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
        switch step.action {
        case .removeCarrier(let action): action.carrier
        case .removeCopy(let action):
            ObjectReference(
                apiVersion: "v1", kind: CarrierKind.secret.rawValue, namespace: action.carrier.namespace,
                name: action.copy)
        default: nil
        }
    }

    private var key: KeyName? {
        switch step.action {
        case .deactivateKey(let action): action.key
        case .deleteKey(let action): action.key
        case .deleteUser(let action): action.key
        default: nil
        }
    }

    /// The Pods that a check is about: the canary, or all of the ServiceAccount.
    private var pods: WorkloadCommands.Pods? {
        if case .runCanary(let action) = step.action {
            if !action.name.isEmpty { return .canary(action.name) }
            if !action.pod.isEmpty { return .pod(action.pod) }
        }
        return identity.map { .account($0.identity.serviceAccount) }
    }

    private var showLeftovers: [ShellCommand] {
        switch step.action {
        case .runCanary(let action):
            pods.map {
                WorkloadCommands(workload: action.workload, kubectl: kubectl).showLeftovers(of: action.change, in: $0)
            } ?? []
        case .changeWorkload(let action):
            WorkloadCommands(workload: action.workload, kubectl: kubectl).showLeftovers(of: action.change)
        default: []
        }
    }

    /// Asks from inside of the container, where its image has the cloud's command line.
    private var showCaller: [ShellCommand] {
        guard case .runCanary(let action) = step.action, action.form == .twin,
            identity?.identity.mechanism.provider == .aws,
            let container = action.change.removals.first(where: { $0.role == .main })?.container
        else { return [] }
        return [
            kubectl.of(action.workload).command(
                "exec", "deployment/\(action.name)", "-c", container, "--", "aws", "sts", "get-caller-identity")
        ]
    }

    private var showReferences: [ShellCommand] {
        let carriers: [ObjectReference] =
            if case .forgetRevisions(let action) = step.action { action.carriers } else { carrier.map { [$0] } ?? [] }
        guard let first = carriers.first else { return [] }
        let kinds =
            "deployments,replicasets,statefulsets,daemonsets,controllerrevisions,cronjobs,jobs,pods,serviceaccounts"
        let get = kubectl.of(first).command("get", kinds, "-o", "yaml").text
        let names = carriers.map { "-e " + ShellWord.quoted(Self.expression($0.name)) }.joined(separator: " ")
        return [Kubectl.pipe(get, "grep -n -E \(names)")]
    }

    /// `name: aws` and `secretName: aws`, the whole name and nothing else, as a regular expression.
    private static func expression(_ name: String) -> String {
        let escaped = name.unicodeScalars.reduce(into: "") { text, scalar in
            if #".\+*?()|[]{}^$"#.unicodeScalars.contains(scalar) { text += "\\" }
            text.unicodeScalars.append(scalar)
        }
        return "[nN]ame: \"?\(escaped)\"?$"
    }

    // MARK: Changes

    /// What the former ServiceAccount was given has to be given to the new one before any Pod runs as it.
    private func serviceAccount(_ action: CreateServiceAccount) -> [ShellCommand] {
        let path = ServiceAccountManifest.path(of: action, step, context)
        return [
            kubectl.command("apply", "-f", path, "--dry-run=server"), kubectl.command("apply", "-f", path),
        ]
    }

    private func change(_ action: ChangeWorkload) -> [ShellCommand] {
        let commands = WorkloadCommands(workload: action.workload, kubectl: kubectl)
        switch action.way {
        case .patch: return files.path(.change).map { commands.patch($0) + commands.showRollout } ?? []
        case .release: return files.path(.release).map { commands.patch($0) + commands.showRollout } ?? []
        case .recreation: return files.path(.recreation).map(commands.recreate) ?? []
        case .deletions: return commands.replacePods(behind: canaryPod)
        }
    }

    private func undo(_ action: ChangeWorkload) -> [ShellCommand] {
        let commands = WorkloadCommands(workload: action.workload, kubectl: kubectl)
        switch action.way {
        case .patch: return files.path(.undo).map { commands.patch($0) + commands.showRollout } ?? []
        case .release: return files.path(.releaseUndo).map(commands.patch) ?? []
        case .recreation: return files.path(.recreationUndo).map(commands.recreate) ?? []
        case .deletions: return []
        }
    }

    private var canaryPod: String {
        context.steps(of: step.service).lazy.compactMap { step in
            if case .runCanary(let action) = step.action { action.pod } else { nil }
        }.first ?? ""
    }
}
