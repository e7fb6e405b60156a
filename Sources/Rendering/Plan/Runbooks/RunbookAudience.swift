import MigrationModel

/// Whom the move affects besides the service.
enum RunbookAudience {
    /// More than this nobody reads, and of a key that everybody has each runbook would name everybody.
    private static let most = 20

    static func text(of service: PlannedService, _ context: PlanContext) -> String {
        var items = service.keys.flatMap { key in
            let others = (context.key(key)?.services ?? []).filter { $0 != service.id }
            return others.prefix(most).map {
                "\(MarkdownText.code($0)) receives \(MarkdownText.code(key.id)) as well, which stays until it is moved, "
                    + "too."
            } + rest(others.count, "receive \(MarkdownText.code(key.id)) as well; `plan.yaml` has them")
        }
        if let identity = context.identity(of: service.id) {
            let account = MarkdownText.code(identity.formerServiceAccount)
            let sharing = context.services(runningAs: identity).filter { !identity.services.contains($0) }
            items += sharing.prefix(most).map {
                "\(MarkdownText.code($0)) runs as the ServiceAccount \(account) as well, and is moved on its own."
            }
            items += rest(sharing.count, "run as the ServiceAccount \(account) as well; `plan.yaml` has them")
        }
        guard !items.isEmpty else { return "" }
        return "## Whom it affects\n\n" + items.map { "- \($0)\n" }.joined()
    }

    private static func rest(_ count: Int, _ what: String) -> [String] {
        count > most ? ["\(Wording.count(count - most, "more service")) \(what)."] : []
    }
}
