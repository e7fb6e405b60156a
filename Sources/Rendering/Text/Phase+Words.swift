import MigrationModel

extension Phase {
    /// What happens in it, as a sentence.
    var words: String {
        switch self {
        case .prepare: "Permissions are made beside the old ones; nothing that runs is changed."
        case .shift: "One service after the other: canary, rollout, soak."
        case .retire: "References and carriers go; keys are deactivated and watched."
        case .decommission: "Keys are deleted, then their users."
        }
    }
}
