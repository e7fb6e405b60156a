public import MigrationModel

/// What another revision of a plan changes, for a person to accept.
public enum DifferenceLines {
    /// The lines.
    ///
    /// - Parameters:
    ///   - difference: the difference.
    ///   - setting: the terminal.
    /// - Returns: the text.
    public static func text(of difference: PlanDifference, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        flow.line([
            StyledText(
                "This is another revision of the plan than the ledger has: \(Wording.count(difference.same.count, "step")) "
                    + "mean the same, and what was done of them stays done.", .bold, .wraps)
        ])
        let groups = [
            ("Changed, and nothing was done of them", difference.changed, StyledText.Style.plain),
            ("New", difference.added, .plain), ("Gone, and nothing was done of them", difference.gone, .plain),
            (
                "Done, and mean something else now: undo them with the former plan, or do them again",
                difference.outdated, .red
            ),
            (
                "Done, and not in the plan any more: what they made stays until somebody removes it",
                difference.stranded, .red
            ),
        ]
        for (title, steps, style) in groups where !steps.isEmpty {
            flow.line([StyledText("\(title): \(Wording.series(steps, most: 20))", style, .wraps)], indent: 2)
        }
        return flow.text
    }
}
