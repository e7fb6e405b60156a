import MigrationModel

/// What the inputs show of a Google project and a GKE cluster.
enum GoogleGuess {
    private static let poolLabel = "cloud.google.com/gke-nodepool"
    /// GKE cuts longer names of clusters in the names of their Nodes.
    private static let longestWholeName = 15
    /// `-0123abcd-w9xz` behind the name of the pool.
    private static let suffixLength = 14

    static func fill(_ guess: inout GuessedCluster, from evidence: ClusterEvidence) {
        guard guess.isPlatformKnown, guess.cluster.platform == .gke else { return }
        let contexts = evidence.inputs.compactMap(ClusterContext.init).filter { $0.platform == .gke }
        guess.learn(.project, \.project, contexts.map(\.home).onlyOne, .project, from: "name of the context")
        guess.learn(
            .project, \.project, evidence.nodes.compactMap { project(ofProvider: $0.providerID) }.onlyOne, .project,
            from: "spec.providerID of Nodes")
        guess.learn(
            .name, \.name, evidence.nodes.map(cluster(of:)).onlyOne ?? nil, .clusterName, from: "names of Nodes")
    }

    /// The project in `gce://project/europe-west1-b/name`.
    private static func project(ofProvider id: String) -> String? {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 5 && parts[0] == "gce:" ? String(parts[2]) : nil
    }

    /// The cluster in `gke-CLUSTER-POOL-0123abcd-w9xz`, where it is short enough to be whole.
    private static func cluster(of node: NodeFacts) -> String? {
        guard let pool = node.labels[poolLabel], node.name.hasPrefix("gke-") else { return nil }
        let front = node.name.dropFirst("gke-".count).dropLast(suffixLength)
        guard front.hasSuffix("-\(pool)") else { return nil }
        let name = front.dropLast(pool.count + 1)
        return name.utf8.count <= longestWholeName ? String(name) : nil
    }
}
