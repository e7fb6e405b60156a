import MigrationModel

/// Moves one service: canary, rollout, and the end of the canary.
struct ShiftSteps {
    private let member: ServiceSelection.Member
    private let entry: IdentitySelection.Entry
    private let change: TemplateChange
    private let names: StepNames
    private let form: RunCanary.Form
    private let hold: UpdateHold?
    private let notes: [String]

    init(
        _ member: ServiceSelection.Member, _ entry: IdentitySelection.Entry, _ change: TemplateChange,
        _ names: StepNames, _ index: PlanningIndex
    ) {
        self.member = member
        self.entry = entry
        self.change = change
        self.names = names
        form = RunCanary.Form(for: member.name.kind)
        hold = UpdateHold(for: member, form)
        notes = WorkloadNotes.sentences(of: member, change, index)
    }

    /// The steps, behind the rollout of another service where only so many are moved at a time.
    func steps(behind before: String?, _ preferences: Preferences) -> [Step] {
        let binding = names.step(.prepare, member, "binding")
        let literals = LiteralSteps.steps(for: member, behind: before, names)
        var canary = step("canary", .runCanary(canary), actor: canaryActor)
        canary.after = [binding] + (before.map { [$0] } ?? []) + literals.map(\.id)
        canary.gates =
            entry.identity.permissions.gates(of: entry.identity.id) + [entry.identity.mechanism.propagation]
            + (before == nil ? [] : [.soak(hours: preferences.soakHours)])
        let action = ChangeWorkload(workload: member.name, change: change, way: way, hold: hold, notes: notes)
        let isByPerson = member.isImmutable && member.actor == .keyshift
        var rollout = step("rollout", .changeWorkload(action), actor: isByPerson ? .person : member.actor)
        rollout.after = [canary.id]
        rollout.gates = WorkloadNotes.approvals(of: member)
        guard form.isExtra else { return literals + [canary, rollout] }
        let removal = RemoveCanary(workload: member.name, form: form, name: DerivedNames.canary(of: member.name))
        var end = step("canary-end", .removeCanary(removal), actor: canaryActor)
        end.after = [rollout.id]
        return literals + [canary, rollout, end]
    }

    private func step(_ what: String, _ action: Action, actor: Actor) -> Step {
        Step(
            id: names.step(.shift, member, what), phase: .shift, cluster: member.cluster.name, service: member.id,
            action: action, actor: actor, verifications: action.behaviour.verifications)
    }

    private var canary: RunCanary {
        let template = member.workload?.templates.first
        return RunCanary(
            workload: member.name, form: form, change: change,
            name: form.isExtra ? DerivedNames.canary(of: member.name) : "", hold: hold, pod: lastPod,
            ownLabels: (template?.labels.keys.sorted() ?? []).filter(Self.ownLabels.contains),
            hasLabels: !(template?.labels.isEmpty ?? true), isPlaced: !(template?.node.isEmpty ?? true))
    }

    /// An object of its own is nobody's but keyshift's; a kind of which no Pod template is known is left to a person.
    private var canaryActor: Actor {
        guard form.isExtra else { return member.actor }
        return change.template == nil ? .person : .keyshift
    }

    private var way: ChangeWorkload.Way {
        if member.isImmutable { return .recreation }
        if hold != nil { return .release }
        return member.workload?.updateStrategy == "OnDelete" && !form.isExtra ? .deletions : .patch
    }

    /// The Pod that has to be deleted for the canary: nothing replaces it under the strategy OnDelete.
    private var lastPod: String {
        guard form == .partition, hold == nil, let replicas = member.workload?.replicas, replicas > 0 else { return "" }
        return "\(member.name.name)-\(replicas - 1)"
    }

    /// What controllers write into the templates of Jobs and the Pods that they make.
    private static let ownLabels: Set<String> = [
        "controller-uid", "job-name", "batch.kubernetes.io/controller-uid", "batch.kubernetes.io/job-name",
        "pod-template-hash", "controller-revision-hash", "statefulset.kubernetes.io/pod-name",
        "apps.kubernetes.io/pod-index",
    ]
}

extension RunCanary.Form {
    /// How one Pod of a kind is changed without the others.
    init(for kind: String) {
        switch kind {
        case "Deployment", "ReplicaSet", "ReplicationController", "DeploymentConfig", "Rollout": self = .twin
        case "StatefulSet": self = .partition
        case "DaemonSet": self = .oneNode
        case "CronJob", "Job": self = .manualJob
        default: self = .copy
        }
    }

    /// Whether it adds an object that has to go again.
    fileprivate var isExtra: Bool {
        switch self {
        case .twin, .manualJob, .copy: true
        case .partition, .oneNode: false
        }
    }
}
