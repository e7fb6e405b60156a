import MigrationModel

/// What the service may do afterwards, where that comes from, and what has to be changed before.
enum RunbookPermissions {
    static func text(of service: PlannedService, _ context: PlanContext) -> String {
        guard let identity = context.identity(of: service.id) else { return "" }
        let permissions = identity.permissions
        var text = "## Permissions\n\n\(permissions.sentence)"
        if !permissions.isAccepted {
            text +=
                " Somebody has to accept it before the first Pod takes it, with `acceptDraft: true` for the service in the "
                + "configuration, or give another one with `policy`."
        }
        text += "\n"
        let items =
            permissions.policies.map { item($0, identity, context) } + trust(identity, context)
            + permissions.remarks.map { MarkdownText.marked($0.text) }
            + permissions.priorChanges.map { "Before: \(MarkdownText.prose($0.task))." }
        if !items.isEmpty { text += "\n" + items.map { "- \($0)\n" }.joined() }
        text += RunbookStep.block(
            "What the old identity may do", RoleListing.commands(identity, context.cluster(identity.cluster)))
        return text
            + RunbookStep.block(
                "Policies of resources, which may name the user", ResourcePolicyCommands.commands(for: permissions))
    }

    /// What to do where the trust policy is larger than IAM takes it.
    private static func trust(_ identity: PlannedIdentity, _ context: PlanContext) -> [String] {
        guard let size = context.trust(of: identity)?.compact.unicodeScalars.count, size > PolicyQuota.trust else {
            return []
        }
        return [
            "Its trust policy has \(Wording.grouped(size)) characters, and IAM takes \(Wording.grouped(PolicyQuota.trust)): have "
                + "the quota raised, to \(Wording.grouped(PolicyQuota.raisedTrust)) at most, or share the role less."
        ]
    }

    private static func item(_ policy: PlannedPolicy, _ identity: PlannedIdentity, _ context: PlanContext) -> String {
        guard let document = policy.document, let path = PermissionPolicyFile.path(of: policy, identity, context) else {
            return "\(MarkdownText.code(policy.arn)) is attached: \(MarkdownText.prose(policy.origin))."
        }
        let actions = document.statements.filter { $0.effect == .allow && !$0.actions.isNegated }
            .flatMap(\.actions.patterns)
        let services = Set(actions.map { String($0.prefix { $0 != ":" }).lowercased() }).sorted()
        let what = Wording.list(services.map { MarkdownText.code($0) }, most: 8)
        let form = policy.form == .managed ? "a managed policy" : "an inline policy"
        return "\(MarkdownText.code(path)), \(form) from \(MarkdownText.prose(policy.origin))"
            + (what.isEmpty ? "." : ": \(what).")
    }
}
