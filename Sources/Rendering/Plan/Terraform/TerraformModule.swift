import MigrationModel

/// `terraform/CLUSTER/…`: what the clouds keep, for whoever applies Terraform.
///
/// Permissions are not in it: each identity has a variable for them, without a default, so that nobody forgets them.
enum TerraformModule: PlanFileFamily {
    static func files(_ context: PlanContext) -> [PlanFile] {
        guard context.configuration.preferences.infrastructure == .terraform else { return [] }
        let clusters = Dictionary(grouping: unique(context.plan.identities), by: \.cluster)
        return clusters.flatMap { name, identities in
            let folder = "terraform/\(context.paths.clusters[name])"
            let cluster = context.cluster(name)
            let providers = Set(identities.map(\.mechanism.provider))
            var files = [
                PlanFile(path: folder + "/versions.tf", contents: TerraformVersions.body(cluster, providers).text)
            ]
            if let issuer = issuer(of: name, context) {
                files.append(PlanFile(path: folder + "/issuer.tf", contents: issuer.text))
            }
            return files
                + identities.map { identity in
                    let file = context.paths.identities[identity.id]
                    return PlanFile(
                        path: "\(folder)/\(safe(file)).tf",
                        contents: TerraformIdentity(identity, cluster, context).body.text)
                }
        }
    }

    /// `versions.tf` and `issuer.tf` are taken.
    private static func safe(_ file: String) -> String {
        ["versions", "issuer"].contains(file.lowercased()) ? "identity-" + file : file
    }

    private static func unique(_ identities: [PlannedIdentity]) -> [PlannedIdentity] {
        var seen: Set<String> = []
        return identities.filter { seen.insert($0.id).inserted }
    }

    /// The provider, where the plan makes it.
    static func issuer(of cluster: String, _ context: PlanContext) -> HCLBody? {
        for step in context.plan.steps {
            guard case .trustIssuer(let action) = step.action, action.cluster == cluster else { continue }
            return HCLBody([
                .block(
                    "resource", ["aws_iam_openid_connect_provider", "cluster"],
                    HCLBody([
                        .attribute("url", .text(action.issuer)),
                        .attribute("client_id_list", .list([.text(AWSNames.audience)])),
                    ]))
            ])
        }
        return nil
    }
}

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
