public import MigrationModel

/// What `keyshift migrate` says before anything is done: where everything stands, and what comes next.
public enum MigrationOverview {
    /// How many waiting steps are listed; a status has them all.
    private static let most = 5

    /// The lines.
    ///
    /// - Parameters:
    ///   - status: where everything stands.
    ///   - next: the step that is shown whole; `nil` where none may run.
    ///   - setting: the terminal.
    /// - Returns: the text, ending with the exact next command.
    public static func text(of status: MigrationStatus, next: StepPreview?, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        flow.line([StyledText(headline(status), .bold, .wraps)])
        attention(status, &flow)
        if let next, let step = status.steps.first(where: { $0.id == next.step.id }) {
            flow.gap()
            StepLines.write(next, step, to: &flow)
        }
        others(status, besides: next?.step.id, &flow)
        flow.gap()
        flow.line([StyledText(command(status, next), .bold, .wraps)])
        return flow.text
    }

    private static func headline(_ status: MigrationStatus) -> String {
        let done = status.steps.count { $0.standing == .done }
        let live = status.keys.count { $0.isLive && $0.fate != .bait }
        let counts = [
            (StepStanding.ready, "ready"), (.running, "running"), (.verifying, "not proven yet"), (.failed, "failed"),
            (.asking, "waiting for a person"), (.waiting, "waiting for time"),
        ].compactMap { standing, words in
            let number = status.steps.count { $0.standing == standing }
            return number == 0 ? nil : "\(number) \(words)"
        }
        let steps = "\(done) of \(Wording.count(status.steps.count, "step")) done"
        return ([steps] + counts + ["\(Wording.count(live, "static key")) alive"]).joined(separator: ", ") + "."
    }

    private static func attention(_ status: MigrationStatus, _ flow: inout LineFlow) {
        for step in status.steps where step.standing == .regressed || step.standing == .failed {
            let check = step.checks.first { $0.isRegressed }
            let why = check.map { "\($0.verification.rawValue): \($0.reason)" } ?? step.failure
            let word = step.standing == .regressed ? "Holds no longer" : "Failed"
            flow.line([StyledText("\(word): \(step.id): \(why)", .red, .wraps)])
        }
        for record in status.overrides.suffix(3) {
            flow.line([
                StyledText(
                    "Passed with a reason: \(record.step): \(record.gate.words) \(record.by.user): \(record.reason)",
                    .yellow, .wraps)
            ])
        }
    }

    private static func others(_ status: MigrationStatus, besides id: String?, _ flow: inout LineFlow) {
        let ready = status.steps.filter { [.ready, .verifying].contains($0.standing) && $0.id != id }.map(\.id)
        if !ready.isEmpty {
            flow.gap()
            flow.line([StyledText("Also ready: " + Wording.series(ready, most: most), .plain, .wraps)])
        }
        let waiting = status.steps.filter { [.waiting, .asking, .running].contains($0.standing) }
        guard !waiting.isEmpty else { return }
        flow.gap()
        flow.line([StyledText("Waiting", .bold)])
        for step in waiting.prefix(most) {
            flow.line([StyledText(step.id)], indent: 2)
            for wait in step.waits { flow.line([StyledText(StepLines.words(of: wait), .plain, .wraps)], indent: 4) }
        }
        if waiting.count > most { flow.line([StyledText("and \(waiting.count - most) more")], indent: 2) }
    }

    private static func command(_ status: MigrationStatus, _ next: StepPreview?) -> String {
        let migrate = ["keyshift", "migrate", status.folder]
        if status.standing == .done {
            return "Done: every step is proven. Look again at any time: \(words(migrate + ["--verify"]))"
        }
        if let next {
            return next.step.actor == .keyshift
                ? "Next, to carry it out: \(words(migrate + ["--apply", next.step.id]))"
                : "Next, when it was done: \(words(migrate + ["--apply", next.step.id])) looks whether it is so"
        }
        if let draft = status.steps.lazy.flatMap(\.waits).first(where: { $0.kind == .draft }) {
            return "Next: \(draft.reason) Then \(words(migrate + ["--accept-draft", "IDENTITY"]))"
        }
        let until = status.steps.compactMap(\.until).min().map { "after \($0.text)" } ?? "later"
        return "Next, \(until): \(words(migrate))"
    }

    private static func words(_ words: [String]) -> String { words.map(ShellWord.quoted).joined(separator: " ") }
}
