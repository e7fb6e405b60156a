import MigrationModel

/// What `versions.tf` says: which providers, and that they are for the right account.
enum TerraformVersions {
    static func body(_ cluster: ClusterConfiguration, _ providers: Set<Provider>) -> HCLBody {
        let sorted = Provider.allCases.filter(providers.contains)
        let required = sorted.map { provider in
            HCLBody.Item.attribute(
                name(provider), .object([("source", .text(source(provider))), ("version", .text(version(provider)))]))
        }
        return HCLBody(
            [
                .block(
                    "terraform", [],
                    HCLBody([
                        .attribute("required_version", .text(">= 1.3")),
                        .block("required_providers", [], HCLBody(required)),
                    ]))
            ] + sorted.map { .block("provider", [name($0)], HCLBody(settings($0, cluster))) })
    }

    private static func name(_ provider: Provider) -> String {
        switch provider {
        case .aws: "aws"
        case .google: "google"
        case .azure: "azurerm"
        }
    }

    private static func source(_ provider: Provider) -> String { "hashicorp/" + name(provider) }

    /// From 5.81 on an OIDC provider of AWS needs no thumbprint.
    private static func version(_ provider: Provider) -> String {
        switch provider {
        case .aws: ">= 5.81"
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
