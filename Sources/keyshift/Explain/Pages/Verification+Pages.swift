import MigrationModel

extension Verification: ExplainedCode {
    static var family: String { "What proves a step done" }

    static let stories: [Verification: CodeStory] = [
        .issuerTrusted: CodeStory(
            "The cloud trusts the issuer of the cluster's tokens.",
            "It fails when the OIDC provider is missing, or has another audience or thumbprint.",
            "Apply the Terraform or the commands of the step; the issuer in plan.yaml must be the one of the cluster."),
        .trustExact: CodeStory(
            "The identity trusts exactly its ServiceAccounts.",
            "It fails when the trust policy has a wildcard, another subject or no audience.",
            "Put back the trust policy of the plan's folder iam/."),
        .permissionsAttached: CodeStory(
            "The identity has the permissions that were agreed.",
            "It fails when a policy is missing, more than agreed, or another version.",
            "Apply the plan's policies; to change what was agreed, make a new plan."),
        .identityBound: CodeStory(
            "ServiceAccount and identity are bound as the plan says.",
            "It fails when the annotation or the association is missing, or names another role.",
            "Apply the step again; look who else writes that ServiceAccount."),
        .rolledOut: CodeStory(
            "Every Pod is of the new template, ready, and younger than the binding.",
            "It fails while a rollout runs, hangs, or was changed back.",
            "kubectl rollout status shows why; a Pod older than the binding has no identity and must be made anew."),
        .injected: CodeStory(
            "Every container has what the mechanism injects.",
            "It fails when the webhook or agent did not run when the Pod was made.",
            "See that the webhook is there, then restart the Pods."),
        .noStaticSource: CodeStory(
            "No container has a static source left.",
            "It fails when a variable, a file or another Secret still gives a key; that one would win.",
            "keyshift scan --explain of the workload shows the source; take it out where it comes from."),
        .callerIdentity: CodeStory(
            "Calls come from the new identity, not from the node's.",
            "It fails when the SDK finds another credential first, or is too old to know the mechanism.",
            "keyshift scan --explain shows the order; update the SDK if it is too old."),
        .noReference: CodeStory(
            "Nothing refers to the carrier any more.",
            "It fails when a workload, a former revision or a custom resource still names it.",
            "The reason names the object; change it, then verify again."),
        .carrierGone: CodeStory(
            "The object that held the key, or its entry, is gone.", "It fails when a manager wrote it again.",
            "Remove it where the manager reads it."),
        .keyUnused: CodeStory(
            "The key's last use is older than the rollout.",
            "It fails when somebody still uses the key, in this cluster or elsewhere.",
            "The evidence has service and region of the last use; CloudTrail has the caller. Find it before the key is deactivated."
        ),
        .keyInactive: CodeStory(
            "The key is inactive.", "It fails when somebody made it active again.",
            "Ask who, and why: something may have broken. Then deactivate it again."),
        .keyGone: CodeStory("The key is gone.", "It fails when the deletion did not happen.", "Apply the step again."),
        .userGone: CodeStory(
            "The key's owner is gone.", "It fails when the user has other keys, a password or policies.",
            "The reason says what is left; remove it if nobody needs it."),
        .confirmed: CodeStory(
            "A person said so.", "No program can see it.",
            "Do what the runbook says, then confirm it with keyshift migrate."),
    ]
}

extension StepCheck.Result: ExplainedCode {
    static var family: String { "What a verification can answer" }

    static let stories: [StepCheck.Result: CodeStory] = [
        .satisfied: CodeStory("It holds.", "It was looked up, and the evidence shows it.", "Nothing."),
        .notYet: CodeStory("It does not hold yet.", "A rollout runs, or something needs time.", "Verify again later."),
        .violated: CodeStory(
            "It does not hold, and will not by waiting.", "Something is other than the plan says.",
            "Read the reason; apply the step again or mend what is in the way."),
        .cannotTell: CodeStory(
            "It cannot be told from here, which never counts as satisfied.",
            "Permissions are missing, or a dump has no answer to it.",
            "Look with more permissions or on the live cluster."),
    ]
}

extension StepStanding: ExplainedCode {
    static var family: String { "Where a step stands" }

    static let stories: [StepStanding: CodeStory] = [
        .done: CodeStory(
            "It was carried out, and everything that proves it done was seen to hold.",
            "All its verifications are satisfied.", "Nothing."),
        .ready: CodeStory(
            "It may run now.", "Every step before it is done, and every gate is open.",
            "keyshift status has the exact command."),
        .verifying: CodeStory(
            "It was carried out, and something that proves it done was not yet seen.",
            "Nobody has looked, or it does not hold yet.", "Verify it: keyshift migrate DIR --verify."),
        .running: CodeStory(
            "Somebody is carrying it out, or was stopped while doing so.",
            "It was begun, and nobody has said how it ended.",
            "Wait for the holder of the lease; when the lease has run out, --apply looks what was done and goes on."),
        .failed: CodeStory(
            "It could not be carried out.", "The reason stands beside it.",
            "Mend the cause and apply it again, which is safe, or roll it back."),
        .regressed: CodeStory(
            "What had been verified holds no longer.", "Somebody or something changed it back.",
            "See who manages the object, mend it there, and verify again."),
        .waiting: CodeStory(
            "Only time has to pass.", "A soak, a quiet period or a propagation.",
            "Come back at the date that keyshift status has."),
        .asking: CodeStory(
            "A person has to say or do something first.", "Permissions to accept, or an approval.",
            "keyshift status STEP says what."),
        .blocked: CodeStory(
            "Other steps have to be done first.", "The order of the plan, which is what makes it safe.",
            "Do what is ready; this one follows."),
    ]
}
