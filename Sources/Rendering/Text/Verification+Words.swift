import MigrationModel

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
