import MigrationModel

/// What becomes of the keys when the service is moved.
enum RunbookEnd {
    static func text(of service: PlannedService, _ context: PlanContext) -> String {
        let items = service.keys.compactMap { key in
            context.key(key).map {
                "- \(MarkdownText.code($0.key.id)): \($0.fate.words), since \(MarkdownText.prose($0.reason)).\n"
            }
        }
        guard !items.isEmpty else { return "" }
        return "## Afterwards\n\n" + items.joined()
    }
}
