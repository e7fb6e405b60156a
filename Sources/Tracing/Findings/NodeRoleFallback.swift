import MigrationModel

/// A container that was meant to have credentials of its own ends up with those of the node.
enum NodeRoleFallback: ContainerRule {
    static func findings(in analysis: ContainerAnalysis) -> [IdentityFinding] {
        let affected = analysis.next.filter { $0.nature == .node }
        guard !affected.isEmpty else { return [] }
        return [
            analysis.finding(
                .nodeRoleFallback, families: affected,
                "nothing but the node's own identity is left for it, if the node lets Pods reach its metadata service",
                advice: "give its ServiceAccount an identity, and keep Pods away from the node's")
        ]
    }
}
