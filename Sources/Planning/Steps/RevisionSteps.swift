import MigrationModel

/// Takes former templates away before the key goes that they need.
///
/// `kubectl rollout undo` brings back any of the ReplicaSets or ControllerRevisions that a controller keeps, ten unless
/// `revisionHistoryLimit` says otherwise; a Pod of one whose Secret is gone does not start.
enum RevisionSteps {
    /// The step of one service; `nil` for one whose controller keeps no revisions, or that stays as it is.
    static func step(for member: ServiceSelection.Member, _ names: StepNames, _ preferences: Preferences) -> Step? {
        guard isNeeded(for: member) else { return nil }
        let action = ForgetRevisions(workload: member.name)
        return Step(
            id: names.step(.retire, member, "revisions"), phase: .retire, cluster: member.cluster.name,
            service: member.id, action: .forgetRevisions(action), actor: .keyshift,
            after: [names.step(.shift, member, "rollout")], gates: [.soak(hours: preferences.soakHours)],
            verifications: action.verifications)
    }

    /// The step after which nothing of a service needs its key any more.
    static func last(for member: ServiceSelection.Member, _ names: StepNames) -> String {
        isNeeded(for: member) ? names.step(.retire, member, "revisions") : names.step(.shift, member, "rollout")
    }

    private static func isNeeded(for member: ServiceSelection.Member) -> Bool {
        member.isMoved && member.name.keepsRevisions
    }
}
