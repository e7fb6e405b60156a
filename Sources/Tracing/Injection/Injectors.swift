import MigrationModel

/// Tells whether what brings identities to Pods is there, as far as the input can show it.
struct Injectors {
    private var missing: [Int: Set<Mechanism>] = [:]

    /// What brings each mechanism, the kind of object that shows it, and its name for people.
    private static func signs(
        of mechanism: Mechanism
    ) -> (purpose: Installation.Purpose, kind: String, name: String) {
        switch mechanism {
        case .irsa: (.eksWebhook, "MutatingWebhookConfiguration", "webhook pod-identity-webhook")
        case .eksPodIdentity: (.eksPodIdentityAgent, "DaemonSet", "DaemonSet eks-pod-identity-agent")
        case .gkeWorkloadIdentity: (.gkeMetadataServer, "DaemonSet", "DaemonSet gke-metadata-server")
        case .aksWorkloadIdentity: (.aksWebhook, "MutatingWebhookConfiguration", "webhook of azure-workload-identity")
        }
    }

    init(_ objects: ClusterObjects, clusters: InputClusters) {
        var kinds: [Int: Set<String>] = [:]
        for (input, counts) in objects.kinds {
            let names = counts.keys.compactMap { $0.split(separator: "/").last.map(String.init) }
            kinds[clusters.cluster(of: input), default: []].formUnion(names)
        }
        var present: [Int: Set<Installation.Purpose>] = [:]
        for installation in objects.installations {
            present[clusters.cluster(of: installation.input), default: []].insert(installation.purpose)
        }
        for (cluster, kinds) in kinds {
            for mechanism in Mechanism.allCases {
                let signs = Self.signs(of: mechanism)
                // Without objects of the kind nothing can be said.
                if kinds.contains(signs.kind), present[cluster]?.contains(signs.purpose) != true {
                    missing[cluster, default: []].insert(mechanism)
                }
            }
        }
    }

    /// What is not there that a mechanism needs, by its name; `nil` where it is there, or nobody can tell.
    func missing(for mechanism: Mechanism, cluster: Int) -> String? {
        missing[cluster]?.contains(mechanism) == true ? Self.signs(of: mechanism).name : nil
    }
}
