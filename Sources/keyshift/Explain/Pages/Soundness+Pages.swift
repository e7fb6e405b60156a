import MigrationModel

extension SoundnessProperty: ExplainedCode {
    static var family: String { "What is proven of a plan" }

    static let stories: [SoundnessProperty: CodeStory] = [
        .available: CodeStory(
            "Every container that had a working credential has one, whichever of its Pods restart.",
            "An SDK that finds a deactivated key fails; it does not look further.",
            "Read the way that leads there; mostly a step has to wait for another one, which the message names."),
        .startable: CodeStory(
            "Every Pod that may be created can start.",
            "A missing Secret does not stop a running Pod, but the next one, hours later.",
            "Let the step that removes the Secret wait for the last template that names it."),
        .undisturbed: CodeStory(
            "The identity of a service changes only by its own canary and rollout.",
            "A binding can flip a neighbour on the same ServiceAccount at its next restart.",
            "Give each service a ServiceAccount of its own first."),
        .undoable: CodeStory(
            "Every undo that is offered can be carried out, and brings back what was before its step.",
            "An undo that fails is found out in the worst moment.",
            "Restore the order of the plan, or mark the step as one that cannot be undone."),
        .contained: CodeStory(
            "Each identity trusts exactly its own ServiceAccount, and no Pod gets permissions that nobody accepted.",
            "A migration that widens access trades one risk for another.",
            "Narrow the subjects or the policy, or have the permissions accepted."),
        .final: CodeStory(
            "Nothing irreversible happens too early, and at the end no key, reference or carrier is left.",
            "A key that is left behind is what all of this was for.",
            "Add the missing step, or exempt the key with a reason."),
        .reachable: CodeStory(
            "From every state there is a way to the end or back to the start.",
            "A plan that can get stuck leaves a service between two worlds.",
            "Look for two steps that wait for each other."),
    ]
}

/// The kinds of gates, which carry values of their own in the model.
enum GatePage: String, ExplainedCode {
    case soak, quiet, schedule, propagation, approval
    case draftAccepted = "draft-accepted"

    static var family: String { "What a step waits for" }

    /// The kind of a gate.
    init(_ gate: Gate) {
        switch gate {
        case .soak: self = .soak
        case .quiet: self = .quiet
        case .schedule: self = .schedule
        case .draftAccepted: self = .draftAccepted
        case .approval: self = .approval
        case .propagation: self = .propagation
        }
    }

    static let stories: [GatePage: CodeStory] = [
        .soak: CodeStory(
            "The service must have run well for some hours since its rollout was verified.",
            "What goes wrong with a credential often does so at the next refresh or the nightly job.",
            "Wait; keyshift status has the date. It may be passed with a reason, which stays on record."),
        .quiet: CodeStory(
            "The key must not have been used, nor referred to, for some days.",
            "A user that nobody knows of shows itself only when it runs.",
            "Wait; if the key is used meanwhile, find out by whom. It may be passed with a reason."),
        .schedule: CodeStory(
            "So much time must pass that every service of the key has run at least once.",
            "A CronJob that runs once a month would fail a month later.",
            "Wait, or run the job by hand and pass the gate with that as the reason."),
        .propagation: CodeStory(
            "What was written needs some seconds before it is in force everywhere.",
            "IAM and its like are eventually consistent.",
            "Wait; it cannot be passed, since what comes next would fail."),
        .approval: CodeStory(
            "A named person must approve.", "The configuration asks for it, or the step cannot be undone.",
            "Have it approved: keyshift migrate says how. It may be passed with a reason."),
        .draftAccepted: CodeStory(
            "A person must have accepted the permissions of the identity.", "They were drafted or cut down, not given.",
            "Read them in the runbook of the service and accept them, or name a policy in keyshift.yaml. It cannot be passed."
        ),
    ]
}
