public import MigrationModel

/// A step as a person wants to see it before saying yes: what it changes, why it may run, how it is proven and undone.
public enum StepLines {
    /// The lines of one step.
    ///
    /// - Parameters:
    ///   - preview: what it would change.
    ///   - status: where it stands.
    ///   - setting: the terminal.
    /// - Returns: the text.
    public static func text(of preview: StepPreview, _ status: StepStatus, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        write(preview, status, to: &flow)
        return flow.text
    }

    static func write(_ preview: StepPreview, _ status: StepStatus, to flow: inout LineFlow) {
        let step = preview.step
        flow.line([StyledText(step.id, .bold), StyledText(status.standing.rawValue, style(status.standing))])
        flow.line([StyledText(step.action.summary, .plain, .wraps)], indent: 2)
        if step.isPointOfNoReturn { flow.line([StyledText("It cannot be undone.", .red, .wraps)], indent: 2) }
        for wait in status.waits { flow.line([StyledText(words(of: wait), .yellow, .wraps)], indent: 2) }
        if !preview.obstacle.isEmpty {
            flow.line(
                [StyledText("It cannot be said what it would change: \(preview.obstacle)", .red, .wraps)], indent: 2)
        }
        calls(preview, &flow)
        hands(preview, &flow)
        checks(step, status, &flow)
        flow.line(
            [StyledText("undone by", .dim).padded(to: 10), StyledText(step.action.undo ?? "nothing", .plain, .wraps)],
            indent: 2, continuation: 14)
    }

    private static func calls(_ preview: StepPreview, _ flow: inout LineFlow) {
        for (number, call) in preview.calls.enumerated() {
            let command = call.words.map(ShellWord.quoted).joined(separator: " ")
            let words = call.isDone ? "is so already: \(command)" : command
            flow.line(
                [StyledText("\(number + 1))", .dim), StyledText(words, call.isDone ? .dim : .plain, .wraps)], indent: 2,
                continuation: 6)
            guard !call.isDone else { continue }
            for line in call.difference {
                let style: StyledText.Style = line.hasPrefix("- ") ? .red : line.hasPrefix("+ ") ? .bold : .dim
                flow.line([StyledText(line, style)], indent: 6)
            }
        }
    }

    /// What somebody else has to do.
    private static func hands(_ preview: StepPreview, _ flow: inout LineFlow) {
        if preview.step.actor != .keyshift {
            flow.line(
                [StyledText("done by", .dim).padded(to: 10), StyledText(preview.step.actor.words, .plain, .wraps)],
                indent: 2, continuation: 14)
        }
        for file in preview.files {
            flow.line([StyledText("see", .dim).padded(to: 10), StyledText(file)], indent: 2)
        }
        for sentence in preview.byHand { flow.line([StyledText(sentence, .yellow, .wraps)], indent: 2) }
    }

    private static func checks(_ step: Step, _ status: StepStatus, _ flow: inout LineFlow) {
        let records = Dictionary(
            status.checks.map { ($0.verification, $0) }, uniquingKeysWith: { first, _ in first })
        for (number, verification) in step.verifications.enumerated() {
            let record = records[verification]
            var words = verification.words
            if let record, record.result != .satisfied { words += ": \(record.result.words): \(record.reason)" }
            let sentence = StyledText((record?.result == .satisfied ? "✓ " : "") + words, .plain, .wraps)
            if number == 0 {
                flow.line([StyledText("proven by", .dim).padded(to: 10), sentence], indent: 2, continuation: 14)
            } else {
                flow.line([sentence], indent: 14, continuation: 14)
            }
        }
    }

    /// What is waited for, with the moment at which that is over.
    static func words(of wait: StepWait) -> String {
        let rest = wait.steps.count > 1 ? " " + Wording.series(wait.steps, most: 4) + "." : ""
        return (wait.until.map { "until \($0.minute): " } ?? "") + wait.reason + rest
    }

    private static func style(_ standing: StepStanding) -> StyledText.Style {
        switch standing {
        case .regressed, .failed: .red
        case .waiting, .asking, .verifying, .running: .yellow
        case .done, .blocked: .dim
        case .ready: .bold
        }
    }
}

extension Timestamp {
    /// The moment to the minute, as people write it: `2026-11-21 18:00 UTC`.
    var minute: String {
        let text = self.text
        return "\(text.prefix(10)) \(text.dropFirst(11).prefix(5)) UTC"
    }
}
