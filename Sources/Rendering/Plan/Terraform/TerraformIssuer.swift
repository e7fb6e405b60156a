import MigrationModel

/// The OIDC provider that lets an account trust the tokens of a cluster, where the plan makes it.
struct TerraformIssuer {
    private let action: TrustIssuer
    /// The name of the resource.
    let name: String

    init?(of cluster: String, in account: String, _ context: PlanContext) {
        guard let action = context.issuers["\(cluster)\u{0}\(account)"] else { return nil }
        self.action = action
        // An account may trust several clusters; the module of a cluster has only its own.
        let isOwn = context.cluster(cluster).account == account
        name = isOwn ? "cluster" : TerraformIdentity.label(context.paths.clusters[cluster])
    }

    /// The ARN, as other resources of the module refer to it.
    var reference: String { "aws_iam_openid_connect_provider.\(name).arn" }

    var body: HCLBody {
        HCLBody([
            .block(
                "resource", ["aws_iam_openid_connect_provider", name],
                HCLBody([
                    .attribute("url", .text(action.issuer)),
                    .attribute("client_id_list", .list([.text(AWSNames.audience)])),
                ]))
        ])
    }
}
