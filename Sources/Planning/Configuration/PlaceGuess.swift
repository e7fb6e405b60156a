import MigrationModel

/// The region of a cluster, and its name where a context has it.
enum PlaceGuess {
    /// <https://kubernetes.io/docs/reference/labels-annotations-taints/#topologykubernetesioregion>, and its old name.
    private static let labels = ["topology.kubernetes.io/region", "failure-domain.beta.kubernetes.io/region"]

    static func fill(_ guess: inout GuessedCluster, from evidence: ClusterEvidence) {
        let context = evidence.inputs.compactMap(ClusterContext.init)
        guess.learn(.name, \.name, context.map(\.name).onlyOne, .clusterName, from: "name of the context")
        guess.learn(.region, \.region, context.map(\.region).onlyOne, .region, from: "name of the context")
        for label in labels {
            guess.learn(
                .region, \.region, evidence.values(of: label).onlyOne, .region, from: "label \(label) of Nodes")
        }
        let regions = evidence.nodes.compactMap { region(ofProvider: $0.providerID) }
        guess.learn(.region, \.region, regions.onlyOne, .region, from: "spec.providerID of Nodes")
    }

    /// The region in `aws:///eu-west-1a/i-0abc` or `gce://project/europe-west1-b/name`.
    private static func region(ofProvider id: String) -> String? {
        let parts = id.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count > 3 else { return nil }
        let zone = parts[3]
        switch parts[0] {
        case "aws:":
            let words = zone.split(separator: "-")
            // Local and Wavelength Zones have longer names that begin with those of their region.
            guard let last = words.last, last.utf8.count == 2, last.first?.isNumber ?? false, words.count <= 4 else {
                return nil
            }
            return String(zone.dropLast())
        case "gce:": return zone.split(separator: "-").count == 3 ? String(zone.dropLast(2)) : nil
        default: return nil
        }
    }
}
