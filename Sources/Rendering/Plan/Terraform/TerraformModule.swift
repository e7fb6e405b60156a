import MigrationModel

/// `terraform/…`: what the clouds keep, for whoever applies Terraform.
///
/// Permissions are not in it: each identity has a variable for them, without a default, so that nobody forgets them.
enum TerraformModule: PlanFileFamily {
    static func files(_ context: PlanContext) -> [PlanFile] {
        guard context.configuration.preferences.infrastructure == .terraform, !context.plan.identities.isEmpty else {
            return []
        }
        let identities = unique(context.plan.identities)
        let clusters = Dictionary(grouping: identities) { $0.cluster }
        let own = clusters.flatMap { name, members in
            clusterFiles(name, members.filter { !TerraformFolder.isForeign($0, context) }, context)
        }
        return own + accountFiles(identities, context) + TerraformRetirement.files(context)
            + [PlanFile(path: "terraform/README.md", contents: TerraformGuide.text(context))]
    }

    private static func clusterFiles(
        _ name: String, _ identities: [PlannedIdentity], _ context: PlanContext
    ) -> [PlanFile] {
        guard !identities.isEmpty else { return [] }
        let cluster = context.cluster(name)
        let folder = TerraformFolder.cluster(name, context)
        let needsTarget = identities.contains { $0.mechanism == .eksPodIdentity && $0.target != nil }
        let versions = TerraformVersions(
            cluster, providers: Set(identities.map(\.mechanism.provider)), needsTargetRoles: needsTarget)
        var files = [PlanFile(path: folder + "/versions.tf", contents: versions.body.text)]
        if let issuer = TerraformIssuer(of: name, in: cluster.account, context) {
            files.append(PlanFile(path: folder + "/issuer.tf", contents: issuer.body.text))
        }
        return files
            + identities.map { identity in
                PlanFile(
                    path: "\(folder)/\(file(of: identity, context)).tf",
                    contents: TerraformIdentity(identity, cluster, context).body.text)
            }
    }

    /// What is made in accounts that only resources are in: issuers and roles of identities, and roles that others take.
    private static func accountFiles(_ identities: [PlannedIdentity], _ context: PlanContext) -> [PlanFile] {
        var bodies: [String: [(name: String, cluster: ClusterConfiguration, body: HCLBody)]] = [:]
        for identity in identities where identity.mechanism.provider == .aws {
            let cluster = context.cluster(identity.cluster)
            let terraform = TerraformIdentity(identity, cluster, context)
            let name = file(of: identity, context)
            if TerraformFolder.isForeign(identity, context) {
                bodies[identity.account, default: []].append((name, cluster, terraform.body))
            }
            if let target = identity.target {
                bodies[target.account, default: []].append((name, cluster, terraform.target(target)))
            }
        }
        return bodies.flatMap { account, members -> [PlanFile] in
            let folder = TerraformFolder.account(account)
            var home = members[0].cluster
            home.account = account
            let versions = TerraformVersions(home, providers: [.aws], needsTargetRoles: false)
            let issuers = Set(members.map(\.cluster.name)).sorted().compactMap { name in
                TerraformIssuer(of: name, in: account, context).map {
                    PlanFile(path: "\(folder)/issuer-\(context.paths.clusters[name]).tf", contents: $0.body.text)
                }
            }
            return [PlanFile(path: folder + "/versions.tf", contents: versions.body.text)] + issuers
                + members.map { PlanFile(path: "\(folder)/\($0.name).tf", contents: $0.body.text) }
        }
    }

    /// The files of the module itself have their names already.
    static func file(of identity: PlannedIdentity, _ context: PlanContext) -> String {
        let file = context.paths.identities[identity.id]
        let isTaken = ["versions", "issuer"].contains(file.lowercased()) || file.lowercased().hasPrefix("issuer-")
        return isTaken ? "identity-" + file : file
    }

    private static func unique(_ identities: [PlannedIdentity]) -> [PlannedIdentity] {
        var seen: Set<String> = []
        return identities.filter { seen.insert($0.id).inserted }
    }
}
