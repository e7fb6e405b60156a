import MigrationModel

/// A mounted credentials file comes before Pod Identity, although the same SDKs would take IRSA first.
enum FileShadowsPodIdentity: ContainerRule {
    static func findings(in analysis: ContainerAnalysis) -> [IdentityFinding] {
        guard analysis.found.hasKeyBeforeIdentity else { return [] }
        let affected = analysis.found.sketches.filter(applies)
        guard !affected.isEmpty else { return [] }
        return [
            analysis.finding(
                .fileShadowsPodIdentity, families: affected,
                "a mounted credentials file is used before EKS Pod Identity, as it would not be before IRSA",
                advice: "unmount the file, with the variables that name it, to let the identity take over")
        ]
    }

    /// Whether a file wins over the container endpoint and over nothing else that is federated.
    static func applies(to sketch: ResolutionSketch) -> Bool {
        guard let source = sketch.source, source == .credentialsFile || source == .configFile else { return false }
        return !sketch.shadowedIdentities.isEmpty && sketch.shadowedIdentities.allSatisfy { $0 == .container }
    }
}
