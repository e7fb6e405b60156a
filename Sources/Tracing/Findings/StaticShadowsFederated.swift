import MigrationModel

/// A static key is used although the container has a federated identity, too: adding the identity changed nothing.
enum StaticShadowsFederated: ContainerRule {
    static func findings(in analysis: ContainerAnalysis) -> [IdentityFinding] {
        guard analysis.found.hasKeyBeforeIdentity else { return [] }
        let affected = analysis.found.sketches.filter { sketch in
            sketch.keyShadowsIdentity && !FileShadowsPodIdentity.applies(to: sketch)
        }
        // Half a key that some SDK takes for one is told as what it is.
        guard let first = affected.first, let source = first.source, PartialCredential.part(of: analysis) == nil else {
            return []
        }
        return [
            analysis.finding(
                .staticShadowsFederated, families: affected,
                "\(source.words) is used before \(analysis.federatedName), which changes nothing while the key is there",
                advice: "remove the key from the template when the identity has the permissions that the key has")
        ]
    }
}
