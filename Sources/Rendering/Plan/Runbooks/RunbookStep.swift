import MigrationModel

/// One step for whoever does it or stands by: what it changes, who acts, what it waits for, how to check and to undo it.
enum RunbookStep {
    /// More than this would be a page of names: a key that is shared has many.
    private static let mostNames = 8

    static func text(of step: Step, _ context: PlanContext) -> String {
        let commands = StepCommands(step, context)
        var text = "### \(MarkdownText.code(step.id))\n\n\(MarkdownText.prose(step.action.summary))\n\n"
        text += change(of: step)
        text += "- Who acts: \(step.actor.words).\n"
        text += waits(of: step)
        text += step.gates.map { "- Waits until: \(MarkdownText.prose($0.words))\n" }.joined()
        text += "- Undo: \(MarkdownText.prose(step.action.undo ?? "there is none. This is a point of no return."))\n"
        // What proves that a carrier is needed by nobody is looked up before it goes.
        let first = step.verifications.filter { $0.isLookedUp(before: step.action) }
        text += first.map { check($0, "Before", commands) }.joined()
        text += doing(step, commands, context)
        text += step.verifications.filter { !$0.isLookedUp(before: step.action) }.map { check($0, "Check", commands) }
            .joined()
        let failures = StepFailures.sentences(of: step)
        if !failures.isEmpty { text += "\nIf it does not work:\n\n" + failures.map { "- \($0)\n" }.joined() }
        let undoes = step.actor == .keyshift || step.actor == .person
        return text + (undoes ? block("To undo", commands.undo) : "")
    }

    private static func check(_ verification: Verification, _ title: String, _ commands: StepCommands) -> String {
        let lines = commands.check(verification)
        return lines.isEmpty ? "\n\(title): \(verification.words).\n" : block("\(title): \(verification.words)", lines)
    }

    private static func waits(of step: Step) -> String {
        let names = step.after.prefix(mostNames).map { "- Waits for \(MarkdownText.code($0)).\n" }.joined()
        let rest = step.after.count - mostNames
        return names
            + (rest > 0 ? "- Waits for \(Wording.count(rest, "other step")) of the same kind, see `plan.yaml`.\n" : "")
    }

    /// What is made elsewhere must not be made by hand as well.
    private static func doing(_ step: Step, _ commands: StepCommands, _ context: PlanContext) -> String {
        switch step.actor {
        case .terraform:
            let folder = TerraformFolder.path(of: step, context)
            return TerraformRetirement.instruction(for: step, folder)
                + block("With Terraform", ["init", "apply"].map { ShellCommand("terraform", "-chdir=\(folder)", $0) })
        case .gitOps:
            let files = KubernetesArtefacts(step, context).all.filter(\.isInComponent)
            guard let first = files.first else { return block("By hand, where its manager reads it", commands.apply) }
            let folder = first.path.split(separator: "/").prefix(2).joined(separator: "/")
            return "- The change is in \(MarkdownText.code(first.path)); a kustomization gets it with "
                + "\(MarkdownText.code("components: [\(folder)]")), and loses it when that line goes.\n"
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
        case .forgetRevisions(let action):
            action.annotations.map {
                "- The annotation \(MarkdownText.code($0)) goes, in which the key stands as well.\n"
            }.joined()
        case .removeCarrier(let action): carrier(action)
        case .createServiceAccount(let action):
            action.bindings.map { "- Add it to \(MarkdownText.code($0)), which names the former one.\n" }.joined()
        default: ""
        }
    }

    private static func carrier(_ action: RemoveCarrier) -> String {
        var items = action.annotations.map { "The annotation \(MarkdownText.code($0)) goes, which repeats the values." }
        if !action.copy.isEmpty {
            items.append(
                "The whole object is kept in the Secret \(MarkdownText.code(action.copy)) until its keys are deleted.")
        }
        return items.map { "- \($0)\n" }.joined()
    }

    private static func items(_ change: TemplateChange) -> String {
        var items: [String] = []
        if let account = change.serviceAccount {
            items.append("`serviceAccountName` becomes \(MarkdownText.code(account)).")
        }
        items += change.labels.sorted { $0.key < $1.key }.map {
            "Pods get the label \(MarkdownText.code("\($0.key)=\($0.value)"))."
        }
        var seen: Set<String> = []
        items += change.removals.map(\.sentence).filter { seen.insert($0).inserted }
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
        let place = container.isEmpty ? "" : " of \(role.words) \(MarkdownText.code(container))"
        let what = MarkdownText.code(name)
        switch kind {
        case .variable: return "The variable \(what)\(place) goes."
        case .environmentFrom: return "The entry of `envFrom`\(place) that names \(what) goes."
        case .mount: return "The mount at \(what)\(place) goes."
        case .volume: return "The volume \(what) goes."
        case .files: return "The files with the key leave the volume \(what), which stays for its other files."
        case .byHand: return "By hand: \(what)\(place) has to go."
        }
    }
}

extension Optional<Container.Role> {
    /// The kind of container, as people say it.
    fileprivate var words: String {
        switch self {
        case .initial: "init container"
        case .sidecar: "sidecar"
        case .ephemeral: "ephemeral container"
        case .main, nil: "container"
        }
    }
}

extension Verification {
    /// Whether it has to hold before the step is done, and not only after it.
    fileprivate func isLookedUp(before action: Action) -> Bool {
        switch action {
        case .removeCarrier: self == .noReference
        case .deactivateKey: self == .keyUnused
        default: false
        }
    }
}
