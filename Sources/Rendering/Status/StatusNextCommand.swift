import MigrationModel

/// The last line: what to do next.
enum StatusNextCommand {
    /// The line, never wrapped, so that it can be copied.
    static func lines(_ facts: StatusFacts) -> String { TerminalText.harmless(line(facts)) + "\n" }

    private static func line(_ facts: StatusFacts) -> String {
        let folders = facts.report.migrations.map { $0.status.folder.isEmpty ? "." : $0.status.folder }
        if let regressed = facts.steps([.regressed]).first {
            return "Next, to see what happened: "
                + PlanSummary.command(["keyshift", "status", regressed.folder, regressed.step.id])
        }
        if let failed = facts.steps([.failed]).first {
            return "Next, to see what happened: "
                + PlanSummary.command(["keyshift", "status", failed.folder, failed.step.id])
        }
        if let verifying = facts.steps([.verifying]).first { return "Next: \(verifying.verification)" }
        if let ready = facts.steps([.ready]).first { return "Next: \(ready.command)" }
        if facts.report.standing == .done {
            return "Done. Next, for the files: "
                + PlanSummary.command(["keyshift", "status"] + folders + ["-o", "html"]) + " > status.html"
        }
        if let asking = facts.steps([.asking]).first {
            return "Next, to see what is asked: "
                + PlanSummary.command(["keyshift", "status", asking.folder, asking.step.id])
        }
        return "Next, to see it change: " + PlanSummary.command(["keyshift", "status"] + folders + ["--watch"])
    }
}
