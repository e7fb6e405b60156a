import MigrationModel

/// The file of one identity.
struct TerraformIdentity {
    private let identity: PlannedIdentity
    private let cluster: ClusterConfiguration
    private let context: PlanContext
    /// The name of its resources.
    private let name: String

    init(_ identity: PlannedIdentity, _ cluster: ClusterConfiguration, _ context: PlanContext) {
        self.identity = identity
        self.cluster = cluster
        self.context = context
        name = Self.label(context.paths.identities[identity.id])
    }

    /// Everything that the identity needs.
    var body: HCLBody {
        switch identity.mechanism {
        case .irsa: HCLBody([webIdentityTrust, role] + ownPermissions)
        case .eksPodIdentity: HCLBody([podIdentityTrust, role] + ownPermissions + [association])
        case .gkeWorkloadIdentity: HCLBody(identity.isPrincipal ? googlePrincipal : google)
        case .aksWorkloadIdentity: HCLBody(azure)
        }
    }

    /// The role in another account that only the identity's role may take, and that has the permissions.
    func target(_ target: TargetRole) -> HCLBody {
        let source = HCLBody.Item.block(
            "principals", [],
            HCLBody([
                .attribute("type", .text("AWS")),
                .attribute("identifiers", .list([.text(AWSNames.role(identity, in: cluster))])),
            ]))
        let actions = AWSNames.targetActions(identity).map { HCLBody.Value.text($0) }
        return HCLBody(
            [trust([.attribute("actions", .list(actions)), source]), role(named: target.role)] + rolePolicies)
    }

    /// A name that begins with a letter; paths may begin with a digit and hold dots.
    static func label(_ path: String) -> String {
        let plain = path.map { $0 == "." ? "_" : $0 }
        return (plain.first?.isLetter ?? false) ? String(plain) : "id_" + String(plain)
    }

    private func resource(_ type: String, _ items: [HCLBody.Item]) -> HCLBody.Item {
        .block("resource", [type, name], HCLBody(items))
    }

    private func permissions(_ suffix: String, _ type: String, _ description: String) -> HCLBody.Item {
        .block(
            "variable", ["\(name)_\(suffix)"],
            HCLBody([.attribute("type", .expression(type)), .attribute("description", .text(description))]))
    }
}

extension TerraformIdentity {
    private func trust(_ items: [HCLBody.Item]) -> HCLBody.Item {
        .block(
            "data", ["aws_iam_policy_document", "\(name)_trust"], HCLBody([.block("statement", [], HCLBody(items))]))
    }

    private var webIdentityTrust: HCLBody.Item {
        let issuer = AWSNames.issuer(cluster.issuer)
        let made = TerraformIssuer(of: identity.cluster, in: identity.account, context)
        let provider =
            made.map { HCLBody.Value.expression($0.reference) }
            ?? .text(AWSNames.provider(cluster, account: identity.account))
        func condition(_ key: String, _ values: [String]) -> HCLBody.Item {
            .block(
                "condition", [],
                HCLBody([
                    .attribute("test", .text("StringEquals")), .attribute("variable", .text("\(issuer):\(key)")),
                    .attribute("values", .list(values.map { .text($0) })),
                ]))
        }
        return trust(
            [
                .attribute("actions", .list([.text("sts:AssumeRoleWithWebIdentity")])),
                .block(
                    "principals", [],
                    HCLBody([
                        .attribute("type", .text("Federated")), .attribute("identifiers", .list([provider])),
                    ])),
                condition("sub", context.subjects(of: identity).map(Self.literal)),
                condition("aud", [AWSNames.audience]),
            ] + network)
    }

    /// From where alone the role may be taken.
    private var network: [HCLBody.Item] {
        TrustPolicy.conditions(cluster.network).map { condition in
            .block(
                "condition", [],
                HCLBody([
                    .attribute("test", .text(condition.test)), .attribute("variable", .text(condition.key)),
                    .attribute("values", .list(condition.values.map { .text($0) })),
                ]))
        }
    }

    /// The provider takes `&{` for the beginning of a variable and has no escape for it: a subject with it, which no cluster
    /// can issue, is made one that nothing matches.
    private static func literal(_ subject: String) -> String {
        let parts = AWSNames.literal(subject).split(separator: "&", omittingEmptySubsequences: false)
        return parts.dropFirst().reduce(into: String(parts.first ?? "")) { text, part in
            text += (part.hasPrefix("{") ? "&?" : "&") + part
        }
    }

    private var podIdentityTrust: HCLBody.Item {
        trust([
            .attribute("actions", .list([.text("sts:AssumeRole"), .text("sts:TagSession")])),
            .block(
                "principals", [],
                HCLBody([
                    .attribute("type", .text("Service")),
                    .attribute("identifiers", .list([.text(AWSNames.podIdentityService)])),
                ])),
        ])
    }

    private var role: HCLBody.Item { role(named: identity.role) }

    private func role(named text: String) -> HCLBody.Item {
        resource(
            "aws_iam_role",
            [
                .attribute("name", .text(text)),
                .attribute("assume_role_policy", .expression("data.aws_iam_policy_document.\(name)_trust.json")),
            ]
                + (identity.permissions.boundary.isEmpty
                    ? [] : [.attribute("permissions_boundary", .text(identity.permissions.boundary))]))
    }

    /// What the role may do, which is to take the other one where that has the permissions.
    private var ownPermissions: [HCLBody.Item] {
        guard let target = identity.target else { return rolePolicies }
        let statement = HCLBody([
            .attribute("actions", .list(AWSNames.targetActions(identity).map { .text($0) })),
            .attribute("resources", .list([.text(AWSNames.role(target, in: cluster))])),
        ])
        return [
            .block(
                "data", ["aws_iam_policy_document", "\(name)_target"], HCLBody([.block("statement", [], statement)])),
            resource(
                "aws_iam_role_policy",
                [
                    .attribute("name", .text(TargetRoleCommands.policy)),
                    .attribute("role", .expression("aws_iam_role.\(name).name")),
                    .attribute("policy", .expression("data.aws_iam_policy_document.\(name)_target.json")),
                ]),
        ]
    }

    private var rolePolicies: [HCLBody.Item] {
        let known = TerraformPolicies(identity.permissions, of: name).items
        guard known.isEmpty else { return known }
        return [
            permissions("policy_arns", "set(string)", "ARNs of the policies that \(identity.role) needs."),
            resource(
                "aws_iam_role_policy_attachment",
                [
                    .attribute("for_each", .expression("var.\(name)_policy_arns")),
                    .attribute("role", .expression("aws_iam_role.\(name).name")),
                    .attribute("policy_arn", .expression("each.value")),
                ]),
        ]
    }

    private var association: HCLBody.Item {
        resource(
            "aws_eks_pod_identity_association",
            [
                .attribute("cluster_name", .text(identity.cluster)),
                .attribute("namespace", .text(identity.namespace)),
                .attribute("service_account", .text(identity.serviceAccount)),
                .attribute("role_arn", .expression("aws_iam_role.\(name).arn")),
            ]
                + (identity.target.map {
                    [.attribute("target_role_arn", .text(AWSNames.role($0, in: cluster)))]
                } ?? []))
    }

    /// Grants to the ServiceAccount by its own name; nothing stands between it and the roles.
    private var googlePrincipal: [HCLBody.Item] {
        [
            permissions("roles", "set(string)", "Roles in \(identity.account) that \(identity.id) needs."),
            resource(
                "google_project_iam_member",
                [
                    .attribute("for_each", .expression("var.\(name)_roles")),
                    .attribute("project", .text(identity.account)), .attribute("role", .expression("each.value")),
                    .attribute("member", .text(GoogleNames.principal(identity, cluster))),
                ]),
        ]
    }

    private var google: [HCLBody.Item] {
        [
            resource(
                "google_service_account",
                [
                    .attribute("project", .text(identity.account)), .attribute("account_id", .text(identity.role)),
                ]),
            resource(
                "google_service_account_iam_member",
                [
                    .attribute("service_account_id", .expression("google_service_account.\(name).name")),
                    .attribute("role", .text(GoogleNames.userRole)),
                    .attribute("member", .text(GoogleNames.member(identity, cluster))),
                ]),
            permissions("roles", "set(string)", "Roles in \(identity.account) that \(identity.role) needs."),
            resource(
                "google_project_iam_member",
                [
                    .attribute("for_each", .expression("var.\(name)_roles")),
                    .attribute("project", .text(identity.account)), .attribute("role", .expression("each.value")),
                    .attribute("member", .expression("google_service_account.\(name).member")),
                ]),
        ]
    }

    private var azure: [HCLBody.Item] {
        let issuer: HCLBody.Value =
            cluster.issuer.isEmpty ? .expression("var.\(name)_issuer") : .text(cluster.issuer)
        let question = permissions("issuer", "string", "The OIDC issuer of cluster \(identity.cluster).")
        return [
            resource(
                "azurerm_user_assigned_identity",
                [
                    .attribute("name", .text(identity.role)),
                    .attribute("resource_group_name", .text(identity.account)),
                    .attribute("location", .text(cluster.region)),
                ]),
            resource(
                "azurerm_federated_identity_credential",
                [
                    .attribute("name", .text(AzureNames.credential(identity))),
                    .attribute("resource_group_name", .text(identity.account)),
                    .attribute("parent_id", .expression("azurerm_user_assigned_identity.\(name).id")),
                    .attribute("audience", .list([.text(AzureCommands.audience)])),
                    .attribute("issuer", issuer),
                    .attribute("subject", .text(AzureNames.subject(identity))),
                ]),
        ] + (cluster.issuer.isEmpty ? [question] : []) + [
            permissions("role_assignments", "map(string)", "Roles that \(identity.role) needs, by scope."),
            resource(
                "azurerm_role_assignment",
                [
                    .attribute("for_each", .expression("var.\(name)_role_assignments")),
                    .attribute("scope", .expression("each.key")),
                    .attribute("role_definition_name", .expression("each.value")),
                    .attribute("principal_id", .expression("azurerm_user_assigned_identity.\(name).principal_id")),
                ]),
            .block(
                "output", ["\(name)_client_id"],
                HCLBody([
                    .attribute("value", .expression("azurerm_user_assigned_identity.\(name).client_id")),
                    .attribute("description", .text("For the annotation \(AzureCommands.annotation).")),
                ])),
        ]
    }
}
