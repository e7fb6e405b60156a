import MigrationModel

/// Whom the move affects besides the service.
enum RunbookAudience {
    static func text(of service: PlannedService, _ context: PlanContext) -> String {
        var items = service.keys.flatMap { key in
            (context.key(key)?.services ?? []).filter { $0 != service.id }.map {
                "\(MarkdownText.code($0)) receives \(MarkdownText.code(key.id)) as well, which stays until it is moved, "
                    + "too."
            }
        }
        if let identity = context.identity(of: service.id) {
            let sharing = context.plan.identities.filter {
                $0.id != identity.id && $0.cluster == identity.cluster && $0.namespace == identity.namespace
                    && $0.formerServiceAccount == identity.formerServiceAccount
            }.flatMap(\.services)
            items += sharing.map {
                "\(MarkdownText.code($0)) runs as the ServiceAccount \(MarkdownText.code(identity.formerServiceAccount)) "
                    + "as well, and is moved on its own."
            }
        }
        guard !items.isEmpty else { return "" }
        return "## Whom it affects\n\n" + items.map { "- \($0)\n" }.joined()
    }
}
