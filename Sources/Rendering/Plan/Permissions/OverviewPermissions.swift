import MigrationModel

/// What each identity may do, and where that comes from.
enum OverviewPermissions {
    static func text(_ context: PlanContext) -> String {
        let identities = context.plan.identities
        guard !identities.isEmpty else { return "" }
        return
            "## Permissions\n\n| Identity | From | Policies | Accepted | To know |\n| --- | --- | --- | --- | --- |\n"
            + identities.map { row($0, context) }.joined()
    }

    private static func row(_ identity: PlannedIdentity, _ context: PlanContext) -> String {
        let permissions = identity.permissions
        let files = permissions.policies.map { policy in
            MarkdownText.code(PermissionPolicyFile.path(of: policy, identity, context) ?? policy.arn)
        }
        let kinds = PermissionRemark.Kind.allCases.filter { kind in permissions.remarks.contains { $0.kind == kind } }
        let notes = kinds.map(\.words) + (permissions.priorChanges.isEmpty ? [] : ["others name the user"])
        let policies = files.isEmpty ? "none yet" : Wording.list(files, most: 3)
        return "| \(MarkdownText.code(identity.role)) | \(permissions.source.words) | \(policies) | "
            + "\(permissions.isAccepted ? "yes" : "**no**") | \(notes.joined(separator: ", ")) |\n"
    }
}

extension PermissionRemark.Kind {
    /// What is to know, in few words.
    fileprivate var words: String {
        switch self {
        case .broad: "broad"
        case .userBound: "bound to the user"
        case .cut: "cut down"
        case .exceeds: "more than the user has"
        case .tooLarge: "too large"
        case .divided: "divided"
        case .incomplete: "incomplete"
        case .assumedOwner: "user assumed"
        case .open: "open questions"
        case .condition: "conditions"
        }
    }
}
