import MigrationModel

/// What `versions.tf` says: which providers, and that they are for the right account.
struct TerraformVersions {
    private let cluster: ClusterConfiguration
    private let providers: Set<Provider>
    private let needsTargetRoles: Bool
    private let terraform: String

    /// - Parameters:
    ///   - cluster: where the providers work.
    ///   - providers: those that the module needs.
    ///   - needsTargetRoles: whether an association of Pod Identity has a target role.
    ///   - terraform: the versions of Terraform itself.
    init(
        _ cluster: ClusterConfiguration, providers: Set<Provider>, needsTargetRoles: Bool, terraform: String = ">= 1.3"
    ) {
        self.cluster = cluster
        self.providers = providers
        self.needsTargetRoles = needsTargetRoles
        self.terraform = terraform
    }

    var body: HCLBody {
        let sorted = Provider.allCases.filter(providers.contains)
        let required = sorted.map { provider in
            HCLBody.Item.attribute(
                Self.name(provider),
                .object([("source", .text(Self.source(provider))), ("version", .text(version(provider)))]))
        }
        return HCLBody(
            [
                .block(
                    "terraform", [],
                    HCLBody([
                        .attribute("required_version", .text(terraform)),
                        .block("required_providers", [], HCLBody(required)),
                    ]))
            ] + sorted.map { .block("provider", [Self.name($0)], HCLBody(Self.settings($0, cluster))) })
    }

    private static func name(_ provider: Provider) -> String {
        switch provider {
        case .aws: "aws"
        case .google: "google"
        case .azure: "azurerm"
        }
    }

    private static func source(_ provider: Provider) -> String { "hashicorp/" + name(provider) }

    /// From 5.81 on an OIDC provider of AWS needs no thumbprint; from 6.2 on an association takes
    /// [target roles](https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/eks_pod_identity_association).
    private func version(_ provider: Provider) -> String {
        switch provider {
        case .aws: needsTargetRoles ? ">= 6.2" : ">= 5.81"
        case .google: ">= 5.0"
        case .azure: "~> 4.0"
        }
    }

    private static func settings(_ provider: Provider, _ cluster: ClusterConfiguration) -> [HCLBody.Item] {
        func attribute(_ name: String, _ value: String) -> [HCLBody.Item] {
            value.isEmpty ? [] : [.attribute(name, .text(value))]
        }
        switch provider {
        case .aws:
            let accounts: [HCLBody.Item] =
                cluster.account.isEmpty ? [] : [.attribute("allowed_account_ids", .list([.text(cluster.account)]))]
            return attribute("region", cluster.region) + accounts
        case .google: return attribute("project", cluster.project)
        case .azure:
            return attribute("subscription_id", cluster.subscription) + attribute("tenant_id", cluster.tenant)
                + [.block("features", [], HCLBody([]))]
        }
    }
}
