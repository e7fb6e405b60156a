import MigrationModel

extension IdentityFinding.Code: ExplainedCode {
    static var family: String { "What will surprise somebody" }

    static let stories: [IdentityFinding.Code: CodeStory] = [
        .staticShadowsFederated: CodeStory(
            "A static key is used although a federated identity is there, too.",
            "The SDK looks at variables before it looks at the web identity.",
            "Take the key out of the template; adding the role alone changes nothing."),
        .federatedTakesOver: CodeStory(
            "The federated identity takes over when Pods are made anew, although the key is still there.",
            "The web identity comes before the file that holds the key.",
            "Give the role all permissions of the key before anything restarts."),
        .otherServiceAccount: CodeStory(
            "The ServiceAccount with the identity is not the one that the workload uses.",
            "serviceAccountName was forgotten, or names another one.",
            "Set serviceAccountName, or put the identity onto the ServiceAccount in use."),
        .unusedIdentity: CodeStory(
            "A ServiceAccount has a federated identity, and no Pod uses it.", "Left over, or made ahead of time.",
            "Take the identity away if nobody needs it: whoever may create Pods there can have it."),
        .defaultServiceAccount: CodeStory(
            "The ServiceAccount default has a federated identity.",
            "Every Pod without a ServiceAccount of its own gets it.",
            "Give the workload that needs it a ServiceAccount of its own."),
        .partialCredential: CodeStory(
            "A part of a static credential is there without the rest, or empty.",
            "A Secret without one of its entries, or an empty variable.",
            "Take the rest away: some SDKs stop at half a credential instead of looking on."),
        .fileShadowsPodIdentity: CodeStory(
            "A mounted credentials file is used before Pod Identity.",
            "SDKs look at files before the container endpoint.",
            "Unmount the file, or use IRSA, which comes before it."),
        .nodeRoleFallback: CodeStory(
            "Nothing but the node's role is left.",
            "No key and no identity of its own; every Pod on the node has the same.",
            "Give the workload an identity, and keep Pods from the metadata of the node (hop limit 1)."),
        .notInjected: CodeStory(
            "Pods run without the identity that their ServiceAccount has.",
            "They are older than the binding, or the webhook was not there when they were made.",
            "Restart the workload and look again."),
        .missingFile: CodeStory(
            "A variable names a profile or a file that is not there.",
            "A volume without the entry, or a path that was changed.",
            "Mend the path or take the variable away; what the image holds cannot be seen."),
        .noInjector: CodeStory(
            "An identity is configured, and what would inject it was not found.",
            "The webhook or agent is not installed, or was not in the dump.",
            "Install it, or include kube-system in the dump."),
    ]
}

extension PermissionRemark.Kind: ExplainedCode {
    static var family: String { "What a reviewer of permissions has to know" }

    static let stories: [PermissionRemark.Kind: CodeStory] = [
        .broad: CodeStory(
            "More is allowed than any service can need.",
            "The user of the key had a wildcard, AdministratorAccess or NotAction.",
            "Write a policy for the service and name it in keyshift.yaml, or accept it with acceptDraft: true."),
        .userBound: CodeStory(
            "A variable or a condition speaks of a user, and a role is none.", "${aws:username} is empty for a role.",
            "Write the condition for the role."),
        .cut: CodeStory(
            "Parts of the user's permissions were left out.", "Nothing shows that the service uses them.",
            "Check with CloudTrail, then accept the draft or add what is missing."),
        .exceeds: CodeStory(
            "It allows what the user of the key did not have.", "The policy that you gave is wider than the user's.",
            "Narrow it, or accept it knowingly."),
        .tooLarge: CodeStory(
            "It does not fit into a quota.", "A policy of a role has at most 6,144 characters.",
            "Merge or shorten statements."),
        .divided: CodeStory(
            "It was laid out over several policies so that it fits.", "A quota.", "Nothing; the sum is the same."),
        .incomplete: CodeStory(
            "What the user may do is not all known.", "A policy was not in the authorization details.",
            "Give the details of the whole account."),
        .assumedOwner: CodeStory(
            "Whose key it is was inferred.", "No list-access-keys answer names the key.",
            "Give aws iam list-access-keys of the user."),
        .open: CodeStory(
            "A draft leaves something open.", "A setting names only a part of a resource.",
            "Fill in what the policy marks."),
        .condition: CodeStory(
            "Something else than permissions decides.", "A network, an endpoint or another account.",
            "Have whoever owns it let the role in before the service is moved."),
    ]
}
