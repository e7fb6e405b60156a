import MigrationModel

/// ServiceAccounts have an identity, and the webhook or agent that would bring it to Pods is not in the input.
enum NoInjector: InventoryRule {
    static func findings(in context: InventoryContext) -> [IdentityFinding] {
        context.records.flatMap { record in
            record.identities.compactMap { identity in
                guard identity.evidence != .injectedPods,
                    let missing = missing(for: identity.mechanism, record.input, context)
                else { return nil }
                return IdentityFinding(
                    .noInjector, input: record.input, object: record.serviceAccount,
                    message: "it has \(identity.mechanism.name), and the input has no \(missing)",
                    advice: "see that it is installed in the cluster; without it Pods start without the identity")
            }
        }
    }

    /// What an input lacks, if it has objects of that kind at all.
    private static func missing(for mechanism: Mechanism, _ input: String, _ context: InventoryContext) -> String? {
        let (purpose, kind, name): (Installation.Purpose, String, String) =
            switch mechanism {
            case .irsa: (.eksWebhook, "MutatingWebhookConfiguration", "webhook pod-identity-webhook")
            case .eksPodIdentity: (.eksPodIdentityAgent, "DaemonSet", "DaemonSet eks-pod-identity-agent")
            case .gkeWorkloadIdentity: (.gkeMetadataServer, "DaemonSet", "DaemonSet gke-metadata-server")
            case .aksWorkloadIdentity:
                (.aksWebhook, "MutatingWebhookConfiguration", "webhook of azure-workload-identity")
            }
        guard context.objects.kinds.contains(where: { $0.key.hasSuffix("/" + kind) && $0.value > 0 }) else {
            return nil
        }
        return context.objects.installations.contains { $0.purpose == purpose } ? nil : name
    }
}
