import MigrationModel

/// One thing about the credentials of a container that will surprise somebody; one file per rule, one list.
protocol ContainerRule: SendableMetatype {
    /// What is to be said of one container; nothing for most.
    static func findings(in analysis: ContainerAnalysis) -> [IdentityFinding]
}

/// All rules about containers; a new one is a file beside the others and a line here.
enum ContainerRules {
    static let all: [any ContainerRule.Type] = [
        StaticShadowsFederated.self,
        FileShadowsPodIdentity.self,
        FederatedTakesOver.self,
        PartialCredential.self,
        MissingFile.self,
        NodeRoleFallback.self,
    ]

    /// What all rules say of one container.
    static func findings(in analysis: ContainerAnalysis) -> [IdentityFinding] {
        all.flatMap { $0.findings(in: analysis) }
    }
}

extension ContainerAnalysis {
    /// A finding about this container.
    func finding(
        _ code: IdentityFinding.Code, families: [ResolutionSketch] = [], _ message: String, advice: String
    ) -> IdentityFinding {
        // What holds for every family does not depend on one.
        let ids = families.count == found.sketches.count ? [] : families.map(\.family)
        return IdentityFinding(
            code, input: service.input, object: service.object, container: container.name, families: ids,
            message: message, advice: advice)
    }

    /// The federated identity for people: `IRSA role arn:aws:iam::123456789012:role/api`.
    var federatedName: String {
        guard let identity = identities.first else { return "the federated identity" }
        return identity.principal.isEmpty
            ? "the identity by \(identity.mechanism.words)" : "\(identity.principal) by \(identity.mechanism.words)"
    }
}
