import MigrationModel

/// ServiceAccounts have an identity, and the webhook or agent that would bring it to Pods is not in the input.
enum NoInjector: InventoryRule {
    static func findings(in context: InventoryContext) -> [IdentityFinding] {
        context.records.flatMap { record in
            record.identities.compactMap { identity in
                let cluster = context.identities.consumers.clusters.cluster(of: record.input)
                guard identity.evidence != .injectedPods,
                    let missing = context.identities.injectors.missing(for: identity.mechanism, cluster: cluster)
                else { return nil }
                return IdentityFinding(
                    .noInjector, input: record.input, object: record.serviceAccount,
                    message: "it has \(identity.mechanism.words), and the input has no \(missing)",
                    advice: "see that it is installed in the cluster; without it Pods start without the identity")
            }
        }
    }
}
