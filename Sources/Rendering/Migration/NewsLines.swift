public import MigrationModel

/// What is said while a step is carried out.
public enum NewsLines {
    /// The line of a piece of news; empty for what nobody has to read.
    ///
    /// - Parameters:
    ///   - news: what happened.
    ///   - setting: the terminal.
    /// - Returns: the text.
    public static func text(of news: MigrationNews, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        switch news {
        case .began(let step): flow.line([StyledText(step, .bold)])
        case .calling(let words):
            flow.line([StyledText(words.map(ShellWord.quoted).joined(separator: " "), .dim, .wraps)], indent: 2)
        case .called(let deed): if deed == .found { flow.line([StyledText("is so already", .dim)], indent: 2) }
        case .waiting(let words): if !words.isEmpty { flow.line([StyledText("… \(words)", .dim, .wraps)], indent: 2) }
        case .checked(_, let check): write(check, &flow)
        case .ended(let step, let outcome): write(outcome, of: step, &flow)
        }
        return flow.text
    }

    private static func write(_ check: StepCheck, _ flow: inout LineFlow) {
        let style: StyledText.Style =
            switch check.result {
            case .satisfied: .plain
            case .notYet, .cannotTell: .yellow
            case .violated: .red
            }
        let mark = check.result == .satisfied ? "✓" : check.result == .violated ? "✗" : "?"
        let words = check.result == .satisfied ? check.reason : "\(check.result.words): \(check.reason)"
        flow.line(
            [StyledText("\(mark) \(check.verification.rawValue)", style), StyledText(words, style, .wraps)], indent: 2,
            continuation: 6)
    }

    private static func write(_ outcome: StepOutcome, of step: String, _ flow: inout LineFlow) {
        switch outcome {
        case .done: flow.line([StyledText("done", .bold)], indent: 2)
        case .undone: flow.line([StyledText("undone", .bold)], indent: 2)
        case .unproven(let checks):
            let names = checks.map(\.verification.rawValue).joined(separator: ", ")
            flow.line([StyledText("carried out, and not proven yet: \(names)", .yellow, .wraps)], indent: 2)
        case .awaited(let files):
            flow.line([StyledText("waits for somebody else", .yellow)], indent: 2)
            for file in files { flow.line([StyledText(file)], indent: 4) }
        }
    }
}
