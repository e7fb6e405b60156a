import MigrationModel

/// A mounted credentials file comes before Pod Identity, although the same SDKs would take IRSA first.
enum FileShadowsPodIdentity: ContainerRule {
    static func findings(in analysis: ContainerAnalysis) -> [IdentityFinding] {
        let affected = analysis.next.filter(applies)
        guard !affected.isEmpty else { return [] }
        return [
            analysis.finding(
                .fileShadowsPodIdentity, families: affected,
                "a mounted credentials file is used before EKS Pod Identity, as it would not be before IRSA",
                advice: "unmount the file, with the variables that name it, to let the identity take over")
        ]
    }

    /// Whether a file wins over the container endpoint and over nothing else that is federated.
    static func applies(to resolution: CredentialResolution) -> Bool {
        guard let source = resolution.source, [.credentialsFile, .configFile].contains(source) else { return false }
        let federated = resolution.shadowed.filter { $0.nature == .federated }.map(\.source)
        return !federated.isEmpty && federated.allSatisfy { $0 == .container }
    }
}
