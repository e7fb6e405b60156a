import Execution

extension MigrationProblem.Code: ExplainedCode {
    static var family: String { "Why a migration does not go on" }

    static let stories: [MigrationProblem.Code: CodeStory] = [
        .unknownName: CodeStory(
            "The plan has no such step, service or phase.",
            "A misspelling, a name of another plan, or one that fits several services.",
            "keyshift status DIR lists them; name a service as NAMESPACE/KIND/NAME."),
        .waiting: CodeStory(
            "Gates or other steps are in the way.",
            "Time has to pass, a person has to say something, or the order of the plan is not kept.",
            "The message says which; keyshift status DIR STEP has the dates."),
        .held: CodeStory(
            "Somebody else is carrying the step out.", "Their lease of the step has not run out.",
            "Wait for them; the message says who and until when."),
        .regressed: CodeStory(
            "What the step relies on holds no longer.", "Somebody, or a manager, changed something back.",
            "Mend it where it came from, then keyshift migrate DIR --verify."),
        .unseen: CodeStory(
            "What the step relies on could not be looked up, and it must not be done blindly.",
            "A cluster or cloud did not answer, or permissions are missing.",
            "Do what the message says, then repeat."),
        .irreversible: CodeStory(
            "It cannot be undone any more.", "A key was deleted for good.",
            "Go on: what comes before it stays as it is."),
        .builtUpon: CodeStory(
            "Steps that build on it have to be undone before.",
            "Undoing it alone would leave them without what they need.",
            "Undo the service or the phase instead: they go in the safe order."),
        .unconfirmed: CodeStory(
            "A key has to be named before it is deleted.", "Deleting cannot be undone.",
            "Repeat with --confirm and the id of the key, after comparing it."),
        .gateClosed: CodeStory(
            "The gate cannot be passed, or there is none such.",
            "Gates of safety are never passed; only soaks, quiet periods and approvals are.",
            "Do what the gate asks for."),
        .notOurs: CodeStory(
            "Only a person or another program can do it.", "The object belongs to GitOps, or the role to Terraform.",
            "Merge or apply the named files, then keyshift migrate DIR --verify."),
        .otherPlan: CodeStory(
            "The ledger is about another revision of the plan.", "The plan was made anew.",
            "Look at the difference, then repeat with --accept-revision."),
        .interrupted: CodeStory(
            "The run was interrupted.", "Ctrl-C, or a signal of the system.",
            "Run the same command again: it finds out from the world how far it came."),
        .access: CodeStory(
            "A cluster or a cloud refused, or did not answer.", "The code that the message begins with says why.",
            "Ask keyshift explain for that code."),
        .ledger: CodeStory(
            "The ledger could not be read or written.", "The code that the message begins with says why.",
            "Ask keyshift explain for that code."),
    ]
}
