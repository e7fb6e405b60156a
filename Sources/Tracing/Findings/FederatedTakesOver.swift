import MigrationModel

/// The federated identity comes before a static source that is still there: the next Pod changes its identity.
enum FederatedTakesOver: ContainerRule {
    static func findings(in analysis: ContainerAnalysis) -> [IdentityFinding] {
        guard analysis.found.hasIdentityBeforeKey else { return [] }
        let running = analysis.foundRunning?.sketches ?? []
        let before = Dictionary(running.map { ($0.family, $0.nature) }, uniquingKeysWith: { first, _ in first })
        let affected = analysis.found.sketches.filter { sketch in
            sketch.identityShadowsKey && before[sketch.family].map { $0 != .federated } ?? true
        }
        guard let still = affected.first?.shadowedKey else { return [] }
        let message =
            running.isEmpty
            ? "\(analysis.federatedName) is used although \(still.words) is still there"
            : "running Pods use \(still.words); the next one that is created uses \(analysis.federatedName)"
        return [
            analysis.finding(
                .federatedTakesOver, families: affected, message,
                advice: "see that the identity has every permission that the key has before a Pod is created anew")
        ]
    }
}
