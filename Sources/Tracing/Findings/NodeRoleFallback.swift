import MigrationModel

/// A container that was meant to have credentials of its own ends up with those of the node.
enum NodeRoleFallback: ContainerRule {
    static func findings(in analysis: ContainerAnalysis) -> [IdentityFinding] {
        // One family of twenty that would end there says nothing of a container whose SDK is not known.
        let (now, next) = (analysis.foundRunning?.endsAtNode ?? false, analysis.found.endsAtNode)
        guard now || next else { return [] }
        let message =
            next
            ? "nothing but the node's own identity is left for it, if the node lets Pods reach its metadata service"
            : "running Pods have nothing but the node's own identity; the next one that is created is better off"
        return [
            analysis.finding(
                .nodeRoleFallback, message,
                advice: "give its ServiceAccount an identity, and keep Pods away from the node's")
        ]
    }
}
