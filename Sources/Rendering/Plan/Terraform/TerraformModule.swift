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
