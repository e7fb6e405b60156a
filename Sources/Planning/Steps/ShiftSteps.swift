import MigrationModel

/// Moves one service: canary, rollout, and the end of the canary.
enum ShiftSteps {
    /// The steps of one service.
    static func steps(
        for member: ServiceSelection.Member, _ entry: IdentitySelection.Entry, change: TemplateChange,
        behind before: String?, _ names: StepNames, _ preferences: Preferences
    ) -> [Step] {
        let form = RunCanary.Form(for: member.name.kind)
        let canary = RunCanary(workload: member.name, form: form, change: change)
        let rollout = ChangeWorkload(workload: member.name, change: change)
        func step(
            _ what: String, _ action: Action, after: [String], gates: [Gate] = [], proves: [Verification]
        ) -> Step {
            Step(
                id: names.step(.shift, member, what), phase: .shift, cluster: member.cluster.name, service: member.id,
                action: action, actor: member.actor, after: after, gates: gates, verifications: proves)
        }
        let binding = names.step(.prepare, member, "binding")
        let literals = LiteralSteps.steps(for: member, behind: before, names)
        let first = step(
            "canary", .runCanary(canary), after: [binding] + (before.map { [$0] } ?? []) + literals.map(\.id),
            gates: entry.identity.permissions.gates(of: entry.identity.id)
                + (before == nil ? [] : [.soak(hours: preferences.soakHours)]),
            proves: canary.verifications)
        let second = step("rollout", .changeWorkload(rollout), after: [first.id], proves: rollout.verifications)
        guard form.isExtra else { return literals + [first, second] }
        let removal = RemoveCanary(workload: member.name, form: form)
        return literals + [
            first, second,
            step("canary-end", .removeCanary(removal), after: [second.id], proves: removal.verifications),
        ]
    }
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
