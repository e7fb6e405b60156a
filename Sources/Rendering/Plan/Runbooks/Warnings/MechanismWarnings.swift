import MigrationModel

/// What follows from the mechanism.
enum MechanismWarnings {
    static func sentences(_ facts: RunbookFacts) -> [String] {
        guard let mechanism = facts.identity?.mechanism else { return [] }
        var sentences: [String] = []
        if let target = facts.identity?.target {
            sentences.append(
                "It works in account \(MarkdownText.code(target.account)) by a second role: its sessions end after one hour, "
                    + "whatever the roles say, and what runs longer has to renew them.")
        }
        switch mechanism {
        case .irsa:
            sentences.append(
                "A Pod that was created before the annotation was seen starts without the role and without an error, and may "
                    + "work as the node: look at the ARN of the caller, not at success.")
        case .eksPodIdentity:
            sentences.append(
                "Pods that are created in the first seconds of the association miss it until they are created anew, and may "
                    + "work as the node meanwhile: look at the ARN of the caller, not at success.")
            sentences.append(
                "`NO_PROXY` has to hold `169.254.170.23` where a proxy is set, or tokens are sent to the proxy.")
        case .gkeWorkloadIdentity:
            sentences.append(
                "While `GOOGLE_APPLICATION_CREDENTIALS` is set, it comes first; without its file it is an error. The metadata "
                    + "server may not answer in the first seconds of a Pod.")
        case .aksWorkloadIdentity:
            sentences.append(
                "`AZURE_CLIENT_SECRET` comes first, and with the new client id it fails: it has to leave with the same "
                    + "rollout that brings the label. With the label, no Pod starts while the webhook is down.")
        }
        return sentences
    }
}
