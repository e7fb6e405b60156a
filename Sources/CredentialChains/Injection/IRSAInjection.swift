public import MigrationModel

/// The webhook of EKS in its first mode: a role of the ServiceAccount's annotation.
///
/// The rules are those of `pkg/handler/handler.go` of
/// [amazon-eks-pod-identity-webhook](https://github.com/aws/amazon-eks-pod-identity-webhook).
public enum IRSAInjection: MechanismInjection {
    /// Its variable and the audience of its token.
    public static let marks = InjectionMarks(variable: "AWS_WEB_IDENTITY_TOKEN_FILE", audience: "sts.amazonaws.com")

    private static let tokenPath = "/var/run/secrets/eks.amazonaws.com/serviceaccount/token"

    /// What a container of a new Pod gets; `nil` when the webhook passes it over.
    public static func injection(
        into container: Container, of template: PodTemplate, identities: [FederatedIdentity]
    ) -> Injection? {
        // An association wins over the annotation: the webhook injects one of the two.
        guard let identity = identities.first(where: { $0.mechanism == .irsa }),
            !identities.contains(where: { $0.mechanism == .eksPodIdentity }),
            EKSWebhook.reaches(container, of: template)
        else { return nil }
        var injection = Injection(mechanism: .irsa)
        injection.token = (tokenPath, marks.audience)
        // Any of the two in the manifest keeps both out, also one that makes no sense without the other.
        if !container.names("AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE") {
            injection.variables = [
                ("AWS_ROLE_ARN", identity.principal), ("AWS_WEB_IDENTITY_TOKEN_FILE", tokenPath),
            ]
        }
        injection.variables += EKSWebhook.regionVariables(for: container)
        return injection
    }
}

/// What both modes of the webhook of EKS have in common.
enum EKSWebhook {
    /// Whether the webhook changes a container: it passes over ephemeral ones, Pods with a label, and containers that an
    /// annotation of the Pod names.
    static func reaches(_ container: Container, of template: PodTemplate) -> Bool {
        guard container.role != .ephemeral, template.labels["eks.amazonaws.com/skip-pod-identity-webhook"] == nil
        else { return false }
        let skipped = template.annotations["eks.amazonaws.com/skip-containers"] ?? ""
        return !skipped.split(separator: ",").contains { $0.trimmingSpaces == container.name }
    }

    /// The region that comes along, unless the manifest names one of the two variables; which one it is, only the cluster knows.
    static func regionVariables(for container: Container) -> [(name: String, text: String?)] {
        container.names("AWS_REGION", "AWS_DEFAULT_REGION") ? [] : [("AWS_DEFAULT_REGION", nil), ("AWS_REGION", nil)]
    }
}

extension Substring {
    /// The text without spaces around it.
    var trimmingSpaces: Substring {
        var rest = self
        while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
        while rest.last?.isWhitespace == true { rest = rest.dropLast() }
        return rest
    }
}
