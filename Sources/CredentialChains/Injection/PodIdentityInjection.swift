public import MigrationModel

/// The webhook of EKS in its second mode: an association that the cloud keeps.
///
/// The rules are those of `pkg/containercredentials` of
/// [amazon-eks-pod-identity-webhook](https://github.com/aws/amazon-eks-pod-identity-webhook).
public enum PodIdentityInjection: MechanismInjection {
    /// Its variable and the audience of its token.
    public static let marks = InjectionMarks(
        variable: "AWS_CONTAINER_CREDENTIALS_FULL_URI", audience: "pods.eks.amazonaws.com")

    private static let tokenPath = "/var/run/secrets/pods.eks.amazonaws.com/serviceaccount/eks-pod-identity-token"

    /// What a container of a new Pod gets; `nil` when the webhook passes it over.
    public static func injection(
        into container: Container, of template: PodTemplate, identities: [FederatedIdentity]
    ) -> Injection? {
        guard identities.contains(where: { $0.mechanism == .eksPodIdentity }),
            EKSWebhook.reaches(container, of: template)
        else { return nil }
        var injection = Injection(mechanism: .eksPodIdentity)
        injection.token = (tokenPath, marks.audience)
        if !container.names("AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE") {
            injection.variables = [
                ("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://169.254.170.23/v1/credentials"),
                ("AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", tokenPath),
            ]
        }
        injection.variables += EKSWebhook.regionVariables(for: container)
        return injection
    }
}
