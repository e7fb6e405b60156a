import MigrationModel

/// Which mechanisms the clusters of a configuration can have at all.
struct MechanismLimits {
    /// `nil` where a cluster could not be read, and anything may be right.
    private let possible: Set<Mechanism>?

    init(_ section: ClusterSection) {
        possible = section.isComplete ? Set(section.clusters.flatMap(Self.mechanisms)) : nil
    }

    private static func mechanisms(of cluster: ClusterConfiguration) -> [Mechanism] {
        let native: [Mechanism] =
            switch cluster.platform {
            case .eks: [.irsa, .eksPodIdentity]
            case .gke: [.gkeWorkloadIdentity]
            case .aks: [.aksWorkloadIdentity]
            case .selfManaged: []
            }
        // An issuer that the cloud can reach is all that these two need.
        return native + (cluster.issuer.isEmpty ? [] : [.irsa, .aksWorkloadIdentity])
    }

    /// The mechanism that a mapping names; `nil` where it names none, or one that no cluster can have.
    func mechanism(of fields: LocatedFields, meaning: String) -> Mechanism? {
        guard let text = fields.optionalText("mechanism", meaning: meaning),
            let mechanism = fields.choice(text, "mechanism", of: Mechanism.self)
        else { return nil }
        guard let possible, !possible.contains(mechanism) else { return mechanism }
        fields.problems.report(
            .contradiction, at: text.offset, "No cluster of the configuration can have `\(mechanism.rawValue)`.",
            advice: possible.isEmpty
                ? "Leave `mechanism` out, or add the `issuer` of the cluster."
                : "Leave `mechanism` out, or write one of \(possible.map(\.rawValue).sorted().joined(separator: ", "))."
        )
        return nil
    }
}
