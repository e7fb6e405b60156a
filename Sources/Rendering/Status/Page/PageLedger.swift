import MigrationModel

/// What all of this rests on: the ledgers, their heads, and how to check them.
enum PageLedger {
    static func text(_ facts: StatusFacts, _ setting: RenderSetting) -> String {
        let rows = facts.report.migrations.map(row)
        return """
            <section id="ledger" aria-labelledby="ledger-title"><h2 id="ledger-title">Ledger</h2>
            <p class="prose">All of this is derived from the plan and from a ledger to which events can only be added. Each event carries
            the hash of the one before, so the hash of the last stands for all of them: noted elsewhere, it shows later that nothing was
            changed.</p>
            \(rows.joined())
            <p class="asof">Written by keyshift \(HTMLText.text(setting.toolVersion)). This page loads nothing and sends nothing.</p>
            </section>

            """
    }

    private static func row(_ migration: StatusReport.Migration) -> String {
        let status = migration.status
        let (kind, sentence): (String, String) =
            switch migration.seal {
            case .missing: ("none", "There is no ledger yet: nothing was begun.")
            case .unchecked: ("none", "Nobody has verified it for this page.")
            case .whole: ("whole", "Verified: every event is what was written.")
            case .broken(let sentence): ("broken", "Does not verify. \(sentence)")
            }
        let folder = status.folder.isEmpty ? "." : status.folder
        let command = PlanSummary.command(["keyshift", "ledger", "verify", folder, "--head", status.head])
        let rest =
            status.sequence == 0
            ? ""
            : "<dt>Head</dt><dd><code class=\"hash\">\(HTMLText.text(status.head))</code></dd><dt>Events</dt><dd>\(Wording.grouped(status.sequence))</dd>"
                + "<dt>To check</dt><dd><code class=\"command\">\(HTMLText.text(command))</code></dd>"
        return """
            <dl class="seal \(kind)"><dt>\(HTMLText.name(status.clusters.joined(separator: ", ")))</dt><dd><b>\
            <span aria-hidden="true">\(kind == "whole" ? "✓ " : kind == "broken" ? "▲ " : "")</span>\(HTMLText.text(sentence))</b></dd>\(rest)
            <dt>Plan</dt><dd><code class="hash">\(HTMLText.text(status.plan))</code></dd></dl>

            """
    }
}
