import MigrationModel

/// What only people can do, as a list to tick off.
enum OverviewHandovers {
    static func text(_ context: PlanContext) -> String {
        guard !context.plan.handovers.isEmpty else { return "" }
        return "## For people to do\n\n"
            + context.plan.handovers.map {
                "- [ ] \(MarkdownText.code($0.subject)): \(MarkdownText.marked($0.task)) Because "
                    + "\(MarkdownText.prose($0.reason))\n"
            }.joined()
    }
}
