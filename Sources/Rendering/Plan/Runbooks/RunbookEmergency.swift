import MigrationModel

/// The shortest way back, for whoever is woken by an alarm: it stands before everything else.
enum RunbookEmergency {
    static func text(of service: PlannedService, _ steps: [Step], _ context: PlanContext) -> String {
        var text = "## If it fails\n\n"
        text +=
            "Look at the Pods first: `CreateContainerConfigError` and `ContainerCreating` are a missing Secret, `AccessDenied` in "
            + "the logs is a permission that the role lacks, credentials of the node's role are a Pod that was not injected.\n"
        let changes = steps.filter(\.changesTemplate).reversed()
        let template = changes.filter { $0.actor != .gitOps }.flatMap { StepCommands($0, context).undo }
        text += RunbookStep.block(
            "While the key is active, put the former template back; nothing else is needed", template)
        if changes.contains(where: { $0.actor == .gitOps }) {
            text +=
                "\nWhile the key is active, revert the commit that brought the change, and let its manager sync; nothing else is "
                + "needed.\n"
        }
        for key in service.keys where context.key(key)?.fate == .retire {
            let activate = KeyCommands(key: key).activate
            guard !activate.isEmpty else { continue }
            text += RunbookStep.block(
                "Once \(MarkdownText.code(key.id)) is inactive, activate it before that (and put its Secret back, where that is gone: "
                    + "see Retire)", activate)
        }
        return text
            + "\nOnce the key is deleted there is no way back to it: give the role what it lacks, and create Pods anew that were "
            + "not injected.\n"
    }
}

extension Step {
    /// Whether its undo brings a former template back.
    fileprivate var changesTemplate: Bool {
        switch action {
        case .changeWorkload: true
        case .runCanary(let action): action.form == .partition || action.form == .oneNode
        default: false
        }
    }
}
