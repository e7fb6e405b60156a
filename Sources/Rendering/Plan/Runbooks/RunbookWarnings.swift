import MigrationModel

/// What to watch for with one service: only what applies to it.
enum RunbookWarnings {
    static func text(of service: PlannedService, _ steps: [Step], _ context: PlanContext) -> String {
        // Nothing that runs of it is changed.
        guard service.choice != nil else { return "" }
        let facts = RunbookFacts(service, steps, context)
        let sentences = all.flatMap { $0(facts) }
        guard !sentences.isEmpty else { return "" }
        return "## What to watch for\n\n" + sentences.map { "- \($0)\n" }.joined()
    }

    /// Each finds out whether it applies; a new warning is a function and a line here.
    private static let all: [@Sendable (RunbookFacts) -> [String]] = [
        WorkloadWarnings.sentences, KindWarnings.sentences, ChangeWarnings.containers, ChangeWarnings.byHand,
        ChangeWarnings.region,
        ChangeWarnings.account, MechanismWarnings.sentences, ManagerWarnings.sentences, KeyWarnings.sentences,
    ]
}
