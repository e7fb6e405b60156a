import CredentialChains
import MigrationModel

/// Recognises in a Pod what webhooks put there when it was created.
enum InjectedMarks {
    /// The mechanisms whose variables and token a Pod has.
    static func mechanisms(in template: PodTemplate) -> [Mechanism] {
        [
            (Mechanism.irsa, IRSAInjection.marks), (.eksPodIdentity, PodIdentityInjection.marks),
            (.aksWorkloadIdentity, AKSInjection.marks),
        ]
        .filter { _, marks in hasToken(of: marks.audience, in: template) && hasVariable(marks.variable, in: template) }
        .map(\.0)
    }

    /// Whose identity the variables name; empty where they do not.
    static func principal(of mechanism: Mechanism, in template: PodTemplate) -> String {
        switch mechanism {
        case .irsa: literal("AWS_ROLE_ARN", in: template)
        case .aksWorkloadIdentity: literal("AZURE_CLIENT_ID", in: template)
        case .eksPodIdentity, .gkeWorkloadIdentity: ""
        }
    }

    private static func hasToken(of audience: String, in template: PodTemplate) -> Bool {
        template.volumes.contains { volume in
            volume.sources.contains { source in
                if case .token(let token) = source { token.audience == audience } else { false }
            }
        }
    }

    private static func hasVariable(_ name: String, in template: PodTemplate) -> Bool {
        template.containers.contains { $0.environment.contains { $0.name == name } }
    }

    private static func literal(_ name: String, in template: PodTemplate) -> String {
        for entry in template.containers.lazy.flatMap(\.environment) where entry.name == name {
            if case .literal(let value) = entry.source, let text = value.text { return text }
        }
        return ""
    }
}
