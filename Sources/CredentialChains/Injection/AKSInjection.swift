public import MigrationModel

/// The webhook of AKS workload identity, which only looks at Pods with its label.
///
/// The rules are those of `pkg/webhook` of [azure-workload-identity](https://github.com/Azure/azure-workload-identity).
public enum AKSInjection: MechanismInjection {
    /// Its variable and the audience of its token.
    public static let marks = InjectionMarks(
        variable: "AZURE_FEDERATED_TOKEN_FILE", audience: "api://AzureADTokenExchange")

    private static let tokenPath = "/var/run/secrets/azure/wi/token/azure-identity-token"

    /// Whether a Pod asks for the identity; the same label on a ServiceAccount does nothing.
    public static func asks(_ template: PodTemplate) -> Bool {
        template.labels["azure.workload.identity/use"] == "true"
    }

    /// What a container of a new Pod gets; `nil` when the webhook passes it over.
    public static func injection(
        into container: Container, of template: PodTemplate, identities: [FederatedIdentity]
    ) -> Injection? {
        guard asks(template), container.role != .ephemeral else { return nil }
        let skipped = template.annotations["azure.workload.identity/skip-containers"] ?? ""
        guard !skipped.split(separator: ";").contains(where: { $0.trimmingSpaces == container.name }) else {
            return nil
        }
        var injection = Injection(mechanism: .aksWorkloadIdentity)
        injection.token = (tokenPath, marks.audience)
        let client = identities.first { $0.mechanism == .aksWorkloadIdentity }?.principal
        let all: [(name: String, text: String?)] = [
            ("AZURE_CLIENT_ID", client), ("AZURE_TENANT_ID", nil), ("AZURE_FEDERATED_TOKEN_FILE", tokenPath),
            ("AZURE_AUTHORITY_HOST", nil),
        ]
        // Each on its own, and the client id only where the annotation gives one.
        injection.variables = all.filter { variable in
            !container.names(variable.name) && (variable.name != "AZURE_CLIENT_ID" || client != nil)
        }
        return injection
    }
}
