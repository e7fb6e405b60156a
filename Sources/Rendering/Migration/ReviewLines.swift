public import MigrationModel

/// What looking again at a migration has shown.
public enum ReviewLines {
    /// The lines.
    ///
    /// - Parameters:
    ///   - review: what was seen.
    ///   - plan: the plan, which knows who manages the services.
    ///   - setting: the terminal.
    /// - Returns: the text.
    public static func text(of review: MigrationReview, _ plan: Plan, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        let deliveries = Dictionary(
            plan.services.map { ($0.id, $0.delivery) }, uniquingKeysWith: { first, _ in first })
        let services = Dictionary(plan.steps.map { ($0.id, $0.service) }, uniquingKeysWith: { first, _ in first })
        flow.line([
            StyledText(
                "Looked again at \(Wording.count(review.looked, "step")): "
                    + "\(Wording.count(review.regressed.count, "answer")) no longer hold, \(review.proven.count) are new, "
                    + "\(review.unseen.count) could not be told.", .bold, .wraps)
        ])
        for finding in review.regressed {
            let isGitOps = services[finding.step].flatMap { deliveries[$0] } == .gitOps
            let owner = isGitOps ? " Its manager keeps the object: mend it where that reads it." : ""
            line("✗", finding, owner, .red, &flow)
        }
        for finding in review.proven { line("✓", finding, "", .plain, &flow) }
        for finding in review.unseen { line("?", finding, "", .yellow, &flow) }
        return flow.text
    }

    private static func line(
        _ mark: String, _ finding: MigrationReview.Finding, _ rest: String, _ style: StyledText.Style,
        _ flow: inout LineFlow
    ) {
        flow.line([
            StyledText("\(mark) \(finding.step)", style), StyledText(finding.check.verification.rawValue, style),
        ])
        flow.line([StyledText(finding.check.reason + rest, style, .wraps)], indent: 4)
    }
}
