import MigrationModel

/// Where Terraform has what: one root module, and with it one state and one set of credentials, for each cluster and account.
enum TerraformFolder {
    /// The module of a cluster, which is applied in the cluster's own account.
    static func cluster(_ name: String, _ context: PlanContext) -> String {
        "terraform/\(context.paths.clusters[name])"
    }

    /// The module of an account that only resources are in.
    static func account(_ account: String) -> String { "terraform/accounts/\(SafePath.part(account))" }

    /// The module of the users and keys of an account.
    static func retirement(_ account: String) -> String { "terraform/retire/\(SafePath.part(account))" }

    /// The module that the identity itself is in.
    static func identity(_ identity: PlannedIdentity, _ context: PlanContext) -> String {
        isForeign(identity, context) ? account(identity.account) : cluster(identity.cluster, context)
    }

    /// Whether the role of an identity is in another account than its cluster.
    static func isForeign(_ identity: PlannedIdentity, _ context: PlanContext) -> Bool {
        identity.mechanism.provider == .aws && identity.account != context.cluster(identity.cluster).account
    }

    /// The module that a step changes.
    static func path(of step: Step, _ context: PlanContext) -> String {
        switch step.action {
        case .trustIssuer(let action) where action.account != context.cluster(action.cluster).account:
            account(action.account)
        case .createIdentity(let action):
            context.identity(action.identity).map { identity($0, context) } ?? cluster(step.cluster, context)
        case .createTargetRole(let action): account(action.target.account)
        case .deactivateKey(let action): retirement(context.key(action.key)?.account ?? "")
        case .deleteKey(let action): retirement(context.key(action.key)?.account ?? "")
        case .deleteUser(let action): retirement(context.key(action.key)?.account ?? "")
        default: cluster(step.cluster, context)
        }
    }
}
