import MigrationModel

/// The services, each with a link to its runbook.
enum OverviewServices {
    static func text(_ context: PlanContext) -> String {
        guard !context.plan.services.isEmpty else { return "" }
        // What is the same for all is said once.
        let reasons = Set(context.plan.services.map { words(of: $0) })
        guard let only = reasons.first, reasons.count == 1, context.plan.services.count > 1 else {
            return "## Services\n\n| Service | Wave | Mechanism | Why |\n| --- | --- | --- | --- |\n"
                + context.plan.services.map { row($0, context) }.joined()
        }
        let rows = context.plan.services.map { service in
            return "| \(name(of: service, context)) | \(service.choice == nil ? "" : "\(service.wave)") |\n"
        }
        return "## Services\n\nAll of them: \(only)\n\n| Service | Wave |\n| --- | --- |\n" + rows.joined()
    }

    /// The mechanism of a service and why, or why it has none.
    private static func words(of service: PlannedService) -> String {
        guard let choice = service.choice else { return "not moved, because \(MarkdownText.prose(service.exemption))." }
        return "**\(choice.mechanism.words)**, because \(MarkdownText.prose(reason(for: choice)))."
    }

    private static func reason(for choice: MechanismChoice) -> String {
        choice.isOverridden
            ? "a person asked for it"
            : choice.assessments.first { $0.mechanism == choice.mechanism }?.advantages.first ?? ""
    }

    /// The name, as a link where there is a runbook.
    private static func name(of service: PlannedService, _ context: PlanContext) -> String {
        let name = MarkdownText.code(service.id)
        return context.hasRunbook(service) ? "[\(name)](\(Runbook.path(of: service, context)))" : name
    }

    private static func row(_ service: PlannedService, _ context: PlanContext) -> String {
        let name = name(of: service, context)
        guard let choice = service.choice else {
            return "| \(name) | | not moved | \(MarkdownText.prose(service.exemption)) |\n"
        }
        return
            "| \(name) | \(service.wave) | \(choice.mechanism.words) | \(MarkdownText.prose(reason(for: choice))) |\n"
    }
}
