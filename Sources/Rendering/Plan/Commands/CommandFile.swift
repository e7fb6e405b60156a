import MigrationModel

/// `commands/STEP.sh`: what does a step, where the cloud's command line makes roles instead of Terraform.
enum CommandFile: PlanFileFamily {
    static func files(_ context: PlanContext) -> [PlanFile] {
        guard context.configuration.preferences.infrastructure == .commands else { return [] }
        var seen: Set<String> = []
        return context.plan.steps.compactMap { step in
            guard seen.insert(step.id).inserted else { return nil }
            let commands = StepCommands(step, context).apply
            guard !commands.isEmpty else { return nil }
            return PlanFile(
                path: "commands/\(context.paths.steps[step.id]).sh", contents: text(of: step, commands, context))
        }
    }

    private static func text(of step: Step, _ commands: [ShellCommand], _ context: PlanContext) -> String {
        var lines = ["#!/usr/bin/env bash", "# " + comment(step.action.summary), "# Step: " + comment(step.id)]
        if !step.cluster.isEmpty { lines.append("# Cluster: " + comment(step.cluster)) }
        lines += step.after.map { "# After: " + comment($0) }
        lines += step.gates.map { "# Gate: " + comment($0.words) }
        lines.append("# Undo: " + comment(step.action.undo ?? "none; this is a point of no return."))
        lines.append("# Run it in the folder of the plan.")
        return (lines + ["set -euo pipefail", ""] + commands.map(\.text)).joined(separator: "\n") + "\n"
    }

    private static func comment(_ text: String) -> String { TerminalText.harmless(text) }
}
