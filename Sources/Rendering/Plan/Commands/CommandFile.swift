import MigrationModel

/// `commands/STEP.sh` and `commands/undo/STEP.sh`: what does a step and what takes it back, where the cloud's command line makes
/// roles instead of Terraform.
///
/// None for what goes through Git: its manager would put back what a command changes.
enum CommandFile: PlanFileFamily {
    /// More than this would be a page of names: what many steps wait for is undone behind many.
    private static let mostNames = 8

    static func files(_ context: PlanContext) -> [PlanFile] {
        guard context.configuration.preferences.infrastructure == .commands else { return [] }
        var waiting: [String: [Step]] = [:]
        for step in context.plan.steps {
            for id in step.after { waiting[id, default: []].append(step) }
        }
        var seen: Set<String> = []
        return context.plan.steps.flatMap { step -> [PlanFile] in
            guard step.actor != .gitOps, seen.insert(step.id).inserted else { return [] }
            let (commands, path) = (StepCommands(step, context), "\(context.paths.steps[step.id]).sh")
            return [
                file("commands/" + path, head(of: step), commands.apply),
                file(
                    "commands/undo/" + path, undoHead(of: step, behind: waiting[step.id] ?? [], context), commands.undo),
            ].compactMap(\.self)
        }
    }

    private static func file(_ path: String, _ head: [String], _ commands: [ShellCommand]) -> PlanFile? {
        guard !commands.isEmpty else { return nil }
        let lines = ["#!/usr/bin/env bash"] + head + ["# Run it in the folder of the plan.", "set -euo pipefail", ""]
        return PlanFile(
            path: path, contents: (lines + commands.map(\.text)).joined(separator: "\n") + "\n")
    }

    private static func head(of step: Step) -> [String] {
        var lines = ["# " + comment(step.action.summary)] + place(of: step)
        lines += step.after.map { "# After: " + comment($0) }
        lines += step.gates.map { "# Gate: " + comment($0.words) }
        return lines + ["# Undo: " + comment(step.action.undo ?? "none; this is a point of no return.")]
    }

    /// - Parameters:
    ///   - step: the step.
    ///   - others: the steps that wait for it, of which those go first that can be taken back.
    ///   - context: the plan.
    /// - Returns: the lines.
    private static func undoHead(of step: Step, behind others: [Step], _ context: PlanContext) -> [String] {
        let final = others.filter(\.isPointOfNoReturn)
        let first = others.filter {
            !$0.isPointOfNoReturn && ($0.actor == .gitOps || !StepCommands($0, context).undo.isEmpty)
        }
        return ["# " + comment(step.action.undo ?? "")] + place(of: step)
            + list(first, "Where it was done, undo first: ") + list(final, "Too late once it is done: ")
    }

    private static func list(_ steps: [Step], _ words: String) -> [String] {
        let rest = steps.count - mostNames
        return steps.prefix(mostNames).map { "# " + words + comment($0.id) }
            + (rest > 0 ? ["# And \(Wording.count(rest, "other step")) like that, see plan.yaml."] : [])
    }

    private static func place(of step: Step) -> [String] {
        ["# Step: " + comment(step.id)] + (step.cluster.isEmpty ? [] : ["# Cluster: " + comment(step.cluster)])
    }

    private static func comment(_ text: String) -> String { TerminalText.harmless(text) }
}
