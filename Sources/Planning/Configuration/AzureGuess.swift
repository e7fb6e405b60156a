import MigrationModel

/// What the inputs show of a tenant, a subscription and an AKS cluster.
enum AzureGuess {
    private static let clusterLabel = "kubernetes.azure.com/cluster"
    private static let tenantAnnotation = "azure.workload.identity/tenant-id"

    static func fill(_ guess: inout GuessedCluster, from evidence: ClusterEvidence) {
        guard guess.isPlatformKnown, guess.cluster.platform == .aks else { return }
        guess.learn(
            .subscription, \.subscription,
            evidence.nodes.compactMap { subscription(ofProvider: $0.providerID) }.onlyOne,
            .guid, from: "spec.providerID of Nodes")
        guess.learn(
            .tenant, \.tenant, evidence.serviceAccounts.compactMap { $0.object.annotations[tenantAnnotation] }.onlyOne,
            .guid, from: "annotation \(tenantAnnotation) of ServiceAccounts")
        // `MC_group_cluster_region`; group and cluster may have underscores, too, and then nobody can tell which is whose.
        let parts = evidence.values(of: clusterLabel).onlyOne?.split(separator: "_") ?? []
        guard parts.count == 4, parts[0].lowercased() == "mc" else { return }
        let source = "label \(clusterLabel) of Nodes"
        guess.learn(.resourceGroup, \.resourceGroup, String(parts[1]), .resourceGroup, from: source)
        guess.learn(.name, \.name, String(parts[2]), .clusterName, from: source)
    }

    /// The subscription in `azure:///subscriptions/ID/resourceGroups/…`.
    private static func subscription(ofProvider id: String) -> String? {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count > 4 && parts[0] == "azure:" && parts[3] == "subscriptions" ? String(parts[4]) : nil
    }
}
