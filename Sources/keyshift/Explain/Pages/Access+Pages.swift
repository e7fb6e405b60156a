import Execution

extension AccessProblem.Code: ExplainedCode {
    static var family: String { "Why a cluster or a cloud did not answer" }

    static let stories: [AccessProblem.Code: CodeStory] = [
        .programMissing: CodeStory(
            "kubectl, aws, gcloud or az is not there.", "It is not installed, or not in PATH.",
            "Install it; keyshift talks to clusters and clouds only through your own tools."),
        .unavailable: CodeStory(
            "Nothing answered in time, or nothing that could be read.",
            "Network, VPN, or a control plane that is down.",
            "Run the named command by hand, then try again: a step can be applied twice."),
        .forbidden: CodeStory(
            "You may not do it.", "RBAC or IAM does not allow it.",
            "Ask for the permission that the message names, or let somebody with it run the step."),
        .unauthenticated: CodeStory(
            "You are not logged in, or the login has run out.", "Tokens last hours, migrations weeks.",
            "Log in again (aws sso login, gcloud auth login, az login), then repeat."),
        .throttled: CodeStory(
            "Too much was asked in too short a time.", "The cloud limits calls for each account.",
            "Wait a minute and repeat."),
        .drifted: CodeStory(
            "The object is not as it was when the plan was made, so it was left alone.", "Somebody changed it since.",
            "Look at the difference; make a new plan, which keeps what is done: keyshift plan, then migrate."),
        .conflict: CodeStory(
            "The object is there already, and is another one.", "Somebody made one of the same name.",
            "Rename or remove it, or choose another roleName and plan again."),
        .refused: CodeStory(
            "The API server or the cloud would not take it.",
            "An admission policy, a quota, or a value that it does not accept.",
            "The message has its answer; change what it says."),
        .wrongAccount: CodeStory(
            "The credentials are of another account than the plan is for.",
            "Another profile, context or subscription is current.",
            "Log in to the account of the plan, or set profile in keyshift.yaml and plan again."),
        .missingValue: CodeStory(
            "Something that only a person knows was not given.", "The plan cannot know it.",
            "Give it as the message says."),
        .notObservable: CodeStory(
            "It cannot be looked up here.", "A dump has no answer to it.", "Verify on the live cluster."),
    ]
}
