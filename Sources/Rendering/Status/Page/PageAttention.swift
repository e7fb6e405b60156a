import MigrationModel

/// What regressed, what failed and which keys came back, above everything else.
enum PageAttention {
    private static let most = 20

    static func text(_ facts: StatusFacts) -> String {
        let now = facts.report.at
        let steps = facts.steps([.regressed]) + facts.steps([.failed])
        let keys = facts.keys.filter(\.isContradicted)
        let broken = facts.report.migrations.compactMap { migration in
            if case .broken(let sentence) = migration.seal { sentence } else { nil }
        }
        guard !steps.isEmpty || !keys.isEmpty || !broken.isEmpty else { return "" }
        let cards =
            broken.map { card("Ledger", "does not verify", HTMLText.text($0)) }
            + keys.prefix(most).map { key in
                card(
                    key.key.id, key.stageWords.lowercased(),
                    "It was found \(key.lastSeen?.rawValue ?? "") although it is \(key.stage.rawValue): somebody changed it "
                        + "behind the ledger’s back.")
            } + steps.prefix(most).map { card($0, now) }
        let rest = max(0, keys.count - most) + max(0, steps.count - most)
        return """
            <section class="attention" aria-labelledby="attention-title">
            <h2 id="attention-title"><span aria-hidden="true">▲ </span>Needs attention <span class="count">\(
                Wording.grouped(steps.count + keys.count + broken.count))</span></h2>
            <ul>\(cards.joined())</ul>\(rest > 0 ? "<p class=\"more\">and \(Wording.grouped(rest)) more</p>" : "")
            </section>

            """
    }

    private static func card(_ subject: String, _ word: String, _ sentences: String) -> String {
        "<li><h3>\(HTMLText.code(subject)) <em>\(word)</em></h3><p>\(sentences)</p></li>\n"
    }

    private static func card(_ placed: StatusFacts.PlacedStep, _ now: Timestamp) -> String {
        let step = placed.step
        let regressed = step.checks.filter(\.isRegressed)
        let reasons = regressed.map { check in
            "\(HTMLText.code(check.verification.rawValue)) holds no longer: \(HTMLText.text(check.reason))"
        }
        let failure = step.standing == .failed && !step.failure.isEmpty ? [HTMLText.text(step.failure)] : []
        return card(step.id, words(step, regressed), (reasons + failure).joined(separator: "</p><p>"))
            + evidence(regressed)
            + "<li class=\"do\"><code class=\"command\">\(HTMLText.text(step.standing == .failed ? placed.command : placed.verification))</code></li>\n"
    }

    private static func words(_ step: StepStatus, _ checks: [StepStatus.CheckRecord]) -> String {
        let since = checks.map(\.at).min() ?? step.since
        return step.standing.words + (since.map { " since \(HTMLText.time($0.text, $0.words))" } ?? "")
    }

    /// What was seen, once, however many checks looked at it.
    private static func evidence(_ checks: [StepStatus.CheckRecord]) -> String {
        var seen: Set<Evidence> = []
        let rows = checks.flatMap(\.evidence).filter { seen.insert($0).inserted }.map { evidence in
            "<p class=\"evidence\">\(HTMLText.code(evidence.source)) \(HTMLText.text(evidence.statement)) "
                + "\(HTMLText.time(evidence.time.text, evidence.time.words))</p>"
        }
        guard !rows.isEmpty else { return "" }
        return "<li class=\"do\"><details><summary>Evidence</summary>\(rows.joined())</details></li>\n"
    }
}
