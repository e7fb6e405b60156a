import MigrationModel

/// One step for whoever does it or stands by: what it changes, who acts, what it waits for, how to check and to undo it.
enum RunbookStep {
    static func text(of step: Step, _ context: PlanContext) -> String {
        let commands = StepCommands(step, context)
        var text = "### \(MarkdownText.code(step.id))\n\n\(MarkdownText.prose(step.action.summary))\n\n"
        text += change(of: step)
        text += "- Who acts: \(step.actor.words).\n"
        text += step.after.map { "- Waits for \(MarkdownText.code($0)).\n" }.joined()
        text += step.gates.map { "- Waits until: \(MarkdownText.prose($0.words))\n" }.joined()
        text += "- Undo: \(MarkdownText.prose(step.action.undo ?? "there is none. This is a point of no return."))\n"
        text += doing(step, commands, context)
        for verification in step.verifications {
            let check = commands.check(verification)
            text += check.isEmpty ? "\nCheck: \(verification.words).\n" : block("Check: \(verification.words)", check)
        }
        return text + (step.actor == .terraform ? "" : block("To undo", commands.undo))
    }

    /// What is made elsewhere must not be made by hand as well.
    private static func doing(_ step: Step, _ commands: StepCommands, _ context: PlanContext) -> String {
        switch step.actor {
        case .terraform:
            let folder = TerraformFolder.path(of: step, context)
            return TerraformRetirement.instruction(for: step, folder)
                + block("With Terraform", ["init", "apply"].map { ShellCommand("terraform", "-chdir=\(folder)", $0) })
        case .gitOps:
            let file = KustomizeComponent.path(of: step, context)
            return file.map { "- The change is in \(MarkdownText.code($0)).\n" } ?? ""
        case .keyshift, .person: return block("By hand", commands.apply)
        }
    }

    /// The command lines under a line that says what they are for.
    static func block(_ title: String, _ commands: [ShellCommand]) -> String {
        guard !commands.isEmpty else { return "" }
        let text = commands.map(\.text).joined(separator: "\n")
        let fence = Self.fence(around: text)
        return "\n\(title):\n\n\(fence)sh\n\(text)\n\(fence)\n"
    }

    /// A fence longer than any run of backticks in the text, so that no name can end the block.
    private static func fence(around text: String) -> String {
        var longest = 0
        var run = 0
        for byte in text.utf8 {
            run = byte == UInt8(ascii: "`") ? run + 1 : 0
            longest = max(longest, run)
        }
        return String(repeating: "`", count: max(3, longest + 1))
    }

    private static func change(of step: Step) -> String {
        switch step.action {
        case .runCanary(let action): items(action.change)
        case .changeWorkload(let action): items(action.change)
        case .createServiceAccount(let action):
            action.bindings.map { "- Add it to \(MarkdownText.code($0)), which names the former one.\n" }.joined()
        default: ""
        }
    }

    private static func items(_ change: TemplateChange) -> String {
        var items: [String] = []
        if let account = change.serviceAccount {
            items.append("`serviceAccountName` becomes \(MarkdownText.code(account)).")
        }
        items += change.labels.sorted { $0.key < $1.key }.map {
            "Pods get the label \(MarkdownText.code("\($0.key)=\($0.value)"))."
        }
        items += change.removals.map(\.sentence)
        items += change.keeps.map {
            "\(MarkdownText.code($0.name)) stays in container \(MarkdownText.code($0.container)), from entry "
                + "\(MarkdownText.code($0.entry)) of the \($0.kind.rawValue) \(MarkdownText.code($0.object))."
        }
        return items.map { "- \($0)\n" }.joined()
    }
}

extension TemplateChange.Removal {
    /// What leaves, as a sentence of Markdown.
    var sentence: String {
        let place = container.isEmpty ? "" : " of container \(MarkdownText.code(container))"
        let what = MarkdownText.code(name)
        switch kind {
        case .variable: return "The variable \(what)\(place) goes."
        case .environmentFrom:
            return
                "The entry of `envFrom`\(place) that names \(what) goes, by hand: such entries have no name that a patch "
                + "could find them by."
        case .mount: return "The mount at \(what)\(place) goes."
        case .volume: return "The volume \(what) goes."
        case .byHand: return "By hand: \(what)\(place) has to go."
        }
    }
}
