import MigrationModel

/// The federated identity comes before a static source that is still there: the next Pod changes its identity.
enum FederatedTakesOver: ContainerRule {
    static func findings(in analysis: ContainerAnalysis) -> [IdentityFinding] {
        let before = Dictionary(
            analysis.running.map { ($0.family.id, $0.nature) }, uniquingKeysWith: { first, _ in first })
        let affected = analysis.next.filter { resolution in
            resolution.nature == .federated && resolution.shadows(.fixed)
                && before[resolution.family.id].map { $0 != .federated } ?? true
        }
        guard let first = affected.first, let still = first.shadowed.first(where: { $0.nature == .fixed }) else {
            return []
        }
        let message =
            analysis.running.isEmpty
            ? "\(analysis.federatedName) is used although \(still.source.words) is still there"
            : "running Pods use \(still.source.words); the next one that is created uses \(analysis.federatedName)"
        return [
            analysis.finding(
                .federatedTakesOver, families: affected, message,
                advice: "see that the identity has every permission that the key has before a Pod is created anew")
        ]
    }
}
