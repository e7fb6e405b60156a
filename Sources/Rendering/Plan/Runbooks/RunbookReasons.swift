import MigrationModel

/// Why this mechanism.
enum RunbookReasons {
    static func text(of service: PlannedService) -> String {
        guard let choice = service.choice else { return "" }
        var text = "## Why \(choice.mechanism.words)\n\n"
        if choice.isOverridden { text += "A person asked for it in the configuration.\n\n" }
        return text + choice.assessments.flatMap { items(of: $0, chosen: choice.mechanism) }.joined()
    }

    private static func items(of assessment: MechanismAssessment, chosen: Mechanism) -> [String] {
        let name = assessment.mechanism == chosen ? "" : " \(assessment.mechanism.words)"
        func items(_ reasons: [String], _ what: String) -> [String] {
            reasons.map { "- \(what)\(name): \(MarkdownText.prose($0)).\n" }
        }
        return items(assessment.obstacles, "Rules out") + items(assessment.advantages, "For")
            + items(assessment.drawbacks, "Against")
    }
}
