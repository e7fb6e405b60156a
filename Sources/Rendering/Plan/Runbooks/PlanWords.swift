import MigrationModel

extension Mechanism {
    /// The mechanism as its vendor calls it.
    var words: String {
        switch self {
        case .irsa: "IAM roles for service accounts (IRSA)"
        case .eksPodIdentity: "EKS Pod Identity"
        case .gkeWorkloadIdentity: "GKE Workload Identity Federation"
        case .aksWorkloadIdentity: "AKS Workload Identity"
        }
    }
}

extension Actor {
    /// Who acts, as the subject of a sentence.
    var words: String {
        switch self {
        case .keyshift: "keyshift, with your tools and permissions"
        case .gitOps: "whoever merges the change where the object's manager reads it"
        case .terraform: "whoever applies the Terraform of this plan"
        case .person: "a person"
        }
    }
}

extension Gate {
    /// What has to hold, as a sentence.
    var words: String {
        switch self {
        case .soak(let hours): "It has run well for \(Wording.count(hours, "hour")) since its rollout was verified."
        case .quiet(let days): "The key has not been used, nor referred to, for \(Wording.count(days, "day"))."
        case .draftAccepted(let identity): "A person has accepted the permissions of \(identity)."
        case .approval(let reason): "A person has approved: \(reason)."
        case .propagation(let seconds, let reason): "\(Wording.count(seconds, "second")) have passed: \(reason)."
        }
    }
}

extension Phase {
    /// What happens in it, as a sentence.
    var words: String {
        switch self {
        case .prepare: "Permissions are made beside the old ones; nothing that runs is changed."
        case .shift: "One service after the other: canary, rollout, soak."
        case .retire: "References and carriers go; keys are deactivated and watched."
        case .decommission: "Keys are deleted, then their users."
        }
    }
}

extension PlannedKey.Fate {
    /// What becomes of the key, in two or three words.
    var words: String {
        switch self {
        case .retire: "deleted at the end"
        case .exempt: "stays for now"
        case .bait: "not touched"
        case .secretStore: "to a secret store"
        case .refresher: "find its refresher"
        case .escalate: "account owner acts"
        case .unclaimed: "find its user"
        }
    }
}

extension Verification {
    /// What is to be seen when it holds.
    var words: String {
        switch self {
        case .issuerTrusted: "The cloud trusts the issuer"
        case .trustExact: "The identity trusts exactly its ServiceAccounts"
        case .permissionsAttached: "The identity has the permissions that were agreed"
        case .identityBound: "ServiceAccount and identity are as the plan says"
        case .rolledOut: "Every Pod is of the new template, ready, and younger than the binding"
        case .injected: "Every container has what the mechanism injects"
        case .noStaticSource: "The search finds nothing: no container has a static source left"
        case .callerIdentity: "Calls come from the new identity, not from the node's"
        case .noReference: "The search finds nothing: nothing refers to it any more"
        case .carrierGone: "The object, or the entry, is gone"
        case .keyUnused: "The last use is older than the rollout"
        case .keyInactive: "The key is inactive"
        case .keyGone: "The key is gone"
        case .userGone: "Its owner is gone"
        case .confirmed: "A person said so"
        }
    }
}
