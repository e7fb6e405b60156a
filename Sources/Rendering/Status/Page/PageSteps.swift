import MigrationModel

/// What may run now, what runs, what is asked of people, and what waits until when.
enum PageSteps {
    private static let most = 6

    static func text(_ facts: StatusFacts) -> String {
        let now = facts.report.at
        let waiting = facts.steps([.waiting]).sorted {
            ($0.step.until?.milliseconds ?? .max) < ($1.step.until?.milliseconds ?? .max)
        }
        let lists = [
            list("Ready", facts.steps([.ready])) { card($0, $0.command) },
            list("Running", facts.steps([.running])) { card($0, nil, holder($0.step, now)) },
            list("To be verified", facts.steps([.verifying])) { card($0, $0.verification) },
            list("Asking a person", facts.steps([.asking])) { card($0, nil) },
            list("Waiting", waiting) { card($0, nil) },
        ].filter { !$0.isEmpty }
        let empty =
            facts.report.standing == .done
            ? "Nothing is left to do: every step is done." : "Nothing may run before what needs attention is settled."
        return """
            <section id="now" aria-labelledby="now-title"><h2 id="now-title">Next</h2>
            \(lists.isEmpty ? "<p class=\"none\">\(empty)</p>" : "<div class=\"lists\">\(lists.joined())</div>")
            </section>

            """
    }

    private static func list(
        _ title: String, _ steps: [StatusFacts.PlacedStep], _ card: (StatusFacts.PlacedStep) -> String
    ) -> String {
        guard !steps.isEmpty else { return "" }
        let rest = steps.count > most ? "<p class=\"more\">and \(Wording.grouped(steps.count - most)) more</p>" : ""
        return """
            <div><h3>\(title) <span class="count">\(Wording.grouped(steps.count))</span></h3>
            <ul>\(steps.prefix(most).map(card).joined())</ul>\(rest)</div>

            """
    }

    private static func card(_ placed: StatusFacts.PlacedStep, _ command: String?, _ holder: String? = nil) -> String {
        let step = placed.step
        var notes: [String] = []
        if step.actor != .keyshift { notes.append("by \(step.actor.shortWords)") }
        if step.isPointOfNoReturn { notes.append("<strong>cannot be undone</strong>") }
        if let holder { notes.append(HTMLText.text(holder)) }
        if let until = step.until { notes.append("until \(HTMLText.time(until.text, until.words))") }
        let waits = step.waits.prefix(2).map { "<p class=\"wait\">\(HTMLText.text($0.reason))</p>" }.joined()
        return "<li><p>\(HTMLText.text(step.summary))</p>\(waits)"
            + "<p class=\"note\">\(([HTMLText.code(step.id)] + notes).joined(separator: " · "))</p>"
            + (command.map { "<code class=\"command\">\(HTMLText.text($0))</code>" } ?? "") + "</li>\n"
    }

    private static func holder(_ step: StepStatus, _ now: Timestamp) -> String? {
        step.lease.map { "held by \($0.holder.description) until \($0.expires.words)" }
    }
}
