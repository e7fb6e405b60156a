import MigrationModel

/// The Secrets that the Secrets Store CSI driver makes of what it mounts.
///
/// See [sync as Kubernetes Secret](https://secrets-store-csi-driver.sigs.k8s.io/topics/sync-as-kubernetes-secret): the mount
/// shows the same contents as the Secret, under names that the store decides on.
final class SyncedSecrets: Sendable {
    private let secrets: [Provider: [CarrierKey]]

    private struct Provider: Hashable {
        var cluster: Int
        var namespace: String?
        var name: String
    }

    init(_ mentions: [CarrierMention], clusters: InputClusters) {
        var secrets: [Provider: [CarrierKey]] = [:]
        for mention in mentions where Self.isSynced(mention) {
            let cluster = clusters.cluster(of: mention.input)
            let provider = Provider(
                cluster: cluster, namespace: mention.object.namespace, name: mention.object.name)
            let secret = CarrierKey(
                cluster: cluster, kind: .secret, namespace: mention.object.namespace, name: mention.name)
            secrets[provider, default: []].append(secret)
        }
        self.secrets = secrets
    }

    /// The Secrets of a SecretProviderClass.
    func secrets(of providerClass: String, in namespace: String?, cluster: Int) -> [CarrierKey] {
        secrets[Provider(cluster: cluster, namespace: namespace, name: providerClass)] ?? []
    }

    /// Whether a mention names what an object makes, not what it uses.
    static func isSynced(_ mention: CarrierMention) -> Bool {
        mention.object.kind == "SecretProviderClass"
            && mention.path.steps.starts(with: [.field("spec"), .field("secretObjects")])
    }
}
