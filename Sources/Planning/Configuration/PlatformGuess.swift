import MigrationModel

/// Who runs a cluster, as far as its Nodes, the parts that only one platform has, or the names of contexts tell.
enum PlatformGuess {
    /// Labels that one platform puts on its Nodes, the most telling first:
    /// [EKS](https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html),
    /// [GKE](https://cloud.google.com/kubernetes-engine/docs/how-to/node-auto-provisioning),
    /// [AKS](https://learn.microsoft.com/azure/aks/use-labels#reserved-system-labels).
    private static let labels: [(label: String, platform: ClusterConfiguration.Platform)] = [
        ("eks.amazonaws.com/nodegroup", .eks), ("eks.amazonaws.com/compute-type", .eks),
        ("alpha.eksctl.io/cluster-name", .eks), ("cloud.google.com/gke-nodepool", .gke),
        ("kubernetes.azure.com/cluster", .aks), ("kubernetes.azure.com/agentpool", .aks),
    ]

    static func fill(_ guess: inout GuessedCluster, from evidence: ClusterEvidence) {
        let found = signs(in: evidence)
        if let platform = found.map(\.platform).onlyOne {
            guess.cluster.platform = platform
            guess.isPlatformKnown = true
            guess.reasons[.platform] = found.first?.reason
        } else if !found.isEmpty {
            guess.reasons[.platform] =
                "the inputs show \(Set(found.map(\.platform.rawValue)).sorted().joined(separator: " and "))"
        } else if let scheme = evidence.nodes.compactMap({ Self.scheme(of: $0.providerID) }).onlyOne {
            fill(&guess, scheme)
        }
    }

    private static func signs(
        in evidence: ClusterEvidence
    ) -> [(platform: ClusterConfiguration.Platform, reason: String)] {
        var signs = labels.compactMap { label, platform in
            evidence.values(of: label).isEmpty ? nil : (platform, "label \(label) of Nodes")
        }
        signs += evidence.inputs.compactMap(ClusterContext.init).map { ($0.platform, "name of the context") }
        if evidence.installations.contains(.eksPodIdentityAgent) {
            signs.append((.eks, "DaemonSet eks-pod-identity-agent"))
        }
        if evidence.installations.contains(.gkeMetadataServer) { signs.append((.gke, "DaemonSet gke-metadata-server")) }
        return signs
    }

    /// `aws` of `aws:///eu-west-1a/i-0abc`.
    private static func scheme(of id: String) -> String? {
        id.firstRange(of: "://").map { String(id[..<$0.lowerBound]) }
    }

    /// A cloud alone does not tell who runs the control plane; any other provider does.
    private static func fill(_ guess: inout GuessedCluster, _ scheme: String) {
        switch scheme {
        case "aws": guess.reasons[.platform] = "the Nodes are in AWS without labels of EKS"
        case "gce": guess.reasons[.platform] = "the Nodes are in Google Cloud without labels of GKE"
        case "azure": guess.reasons[.platform] = "the Nodes are in Azure without labels of AKS"
        default:
            guess.isPlatformKnown = true
            guess.reasons[.platform] = "the provider of the Nodes is none of the three clouds"
        }
    }
}
