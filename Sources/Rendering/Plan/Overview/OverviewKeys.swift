import MigrationModel

/// The keys and what becomes of each.
enum OverviewKeys {
    static func text(_ context: PlanContext) -> String {
        guard !context.plan.keys.isEmpty else { return "" }
        let rows = context.plan.keys.map { key in
            let account = key.account.isEmpty ? "" : MarkdownText.code(key.account)
            return "| \(MarkdownText.code(key.key.id)) | \(key.key.kind.words) | \(account) | **\(key.fate.words)** | "
                + "\(MarkdownText.prose(key.reason)) |\n"
        }
        return "## Keys\n\n| Key | Kind | Account | What becomes of it | Why |\n| --- | --- | --- | --- | --- |\n"
            + rows.joined()
    }
}
