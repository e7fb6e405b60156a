import MigrationModel

/// The services, each with a link to its runbook.
enum OverviewServices {
    static func text(_ context: PlanContext) -> String {
        guard !context.plan.services.isEmpty else { return "" }
        return "## Services\n\n| Service | Wave | Mechanism | Why |\n| --- | --- | --- | --- |\n"
            + context.plan.services.map { row($0, context) }.joined()
    }

    private static func row(_ service: PlannedService, _ context: PlanContext) -> String {
        let name = MarkdownText.code(service.id)
        guard let choice = service.choice else {
            return "| \(name) | | not moved | \(MarkdownText.prose(service.exemption)) |\n"
        }
        let reason =
            choice.isOverridden
            ? "a person asked for it"
            : choice.assessments.first { $0.mechanism == choice.mechanism }?.advantages.first ?? ""
        let link = "[\(name)](\(Runbook.path(of: service, context)))"
        return "| \(link) | \(service.wave) | \(choice.mechanism.words) | \(MarkdownText.prose(reason)) |\n"
    }
}
