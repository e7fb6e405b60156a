import MigrationModel

/// `terraform/retire/ACCOUNT/…`: the users and keys of an account, imported as they are and taken away phase by phase.
///
/// All keys of an account are in one variable, so that each step of the plan is a change of one word in `keys.auto.tfvars`,
/// which a pull request shows and a revert takes back. A key that is no longer in the state is deleted: that is why
/// "deleted" is a phase of its own, behind "inactive", and not the removal of a file.
enum TerraformRetirement {
    /// The phases of a key, in order.
    private static let phases = ["active", "inactive", "deleted", "user-deleted"]

    static func files(_ context: PlanContext) -> [PlanFile] {
        let keys = context.plan.keys.filter { context.retired.contains($0.key) }
        return Dictionary(grouping: keys, by: \.account).flatMap { account, keys -> [PlanFile] in
            let folder = TerraformFolder.retirement(account)
            let home = ClusterConfiguration(
                name: account, platform: .selfManaged, region: region(of: account, context), account: account)
            // Import blocks for several objects, and their defaults, need a newer Terraform than roles do.
            let versions = TerraformVersions(home, providers: [.aws], needsTargetRoles: false, terraform: ">= 1.7")
            return [
                PlanFile(path: folder + "/versions.tf", contents: versions.body.text),
                PlanFile(path: folder + "/users.tf", contents: module.text),
                PlanFile(path: folder + "/keys.auto.tfvars", contents: values(keys).text),
            ]
        }
    }

    /// What a reviewer changes for a step, as Markdown; empty for steps of other modules.
    static func instruction(for step: Step, _ folder: String) -> String {
        let change: (key: String, from: String, to: String)
        switch step.action {
        case .deactivateKey(let action): change = (action.key.id, phases[0], phases[1])
        case .deleteKey(let action): change = (action.key.id, phases[1], phases[2])
        case .deleteUser(let action): change = (action.key.id, phases[2], phases[3])
        default: return ""
        }
        return
            "- In \(MarkdownText.code(folder + "/keys.auto.tfvars")), the `phase` of \(MarkdownText.code(change.key)) goes "
            + "from `\(change.from)` to `\(change.to)`.\n"
    }

    /// IAM has no regions, but the provider wants one.
    private static func region(of account: String, _ context: PlanContext) -> String {
        context.configuration.clusters.first { $0.account == account && !$0.region.isEmpty }?.region ?? "us-east-1"
    }

    private static func values(_ keys: [PlannedKey]) -> HCLBody {
        HCLBody([
            .comment(
                "Fill in the user of each key: aws iam get-access-key-last-used --access-key-id KEY --query UserName"),
            .attribute(
                "keys",
                .object(
                    keys.map { key in
                        (
                            HCLBody.key(key.key.id),
                            .object([("user", .text("")), ("phase", .text(phases[0]))])
                        )
                    })),
        ])
    }

    private static let module = HCLBody(
        [variable, policies, locals] + imported("aws_iam_user", "users", id: "each.value")
            + imported("aws_iam_access_key", "keys", id: "each.key")
            + imported("aws_iam_user_policy_attachment", "attachments", id: "each.key")
            + [user, key, attachment])

    private static let variable = HCLBody.Item.block(
        "variable", ["keys"],
        HCLBody([
            .attribute("type", .expression("map(object({ user = string, phase = string }))")),
            .attribute("description", .text("The static keys of the account, each with its user and its phase.")),
            validation(
                #"alltrue([for key in values(var.keys) : key.user != ""])"#,
                "Say which user has each key: aws iam get-access-key-last-used --access-key-id KEY."),
            validation(
                "alltrue([for key in values(var.keys) : contains(["
                    + phases.map(HCLBody.quoted).joined(separator: ", ") + "], key.phase)])",
                "A phase is one of \(phases.joined(separator: ", "))."),
        ]))

    private static let policies = HCLBody.Item.block(
        "variable", ["user_policies"],
        HCLBody([
            .attribute("type", .expression("map(set(string))")), .attribute("default", .expression("{}")),
            .attribute(
                "description",
                .text("ARNs of the managed policies that are attached to each user, which go before the user does.")),
        ]))

    private static func validation(_ condition: String, _ message: String) -> HCLBody.Item {
        .block(
            "validation", [],
            HCLBody([.attribute("condition", .expression(condition)), .attribute("error_message", .text(message))]))
    }

    private static let locals = HCLBody.Item.block(
        "locals", [],
        HCLBody([
            .attribute(
                "users",
                .expression(#"toset([for key in values(var.keys) : key.user if key.phase != "user-deleted"])"#)),
            .attribute(
                "keys",
                .expression(
                    #"{ for id, key in var.keys : id => key if contains(["active", "inactive"], key.phase) }"#)),
            .attribute(
                "pairs",
                .expression(
                    "flatten([for user, arns in var.user_policies : [for arn in arns : { user = user, arn = arn }]])")),
            .attribute(
                "attachments",
                .expression(
                    #"{ for pair in local.pairs : "${pair.user}/${pair.arn}" => pair if contains(local.users, pair.user) }"#
                )),
        ]))

    private static func imported(_ type: String, _ what: String, id: String) -> [HCLBody.Item] {
        [
            .block(
                "import", [],
                HCLBody([
                    .attribute("for_each", .expression("local.\(what)")),
                    .attribute("to", .expression("\(type).\(what)[each.key]")), .attribute("id", .expression(id)),
                ]))
        ]
    }

    private static let user = HCLBody.Item.block(
        "resource", ["aws_iam_user", "users"],
        HCLBody([
            .attribute("for_each", .expression("local.users")), .attribute("name", .expression("each.value")),
            // What else is known of the user is none of the plan's business.
            .block(
                "lifecycle", [],
                HCLBody([
                    .attribute(
                        "ignore_changes",
                        .expression("[path, permissions_boundary, tags, tags_all]"))
                ])),
        ]))

    private static let key = HCLBody.Item.block(
        "resource", ["aws_iam_access_key", "keys"],
        HCLBody([
            .attribute("for_each", .expression("local.keys")),
            .attribute("user", .expression("aws_iam_user.users[each.value.user].name")),
            .attribute("status", .expression(#"each.value.phase == "active" ? "Active" : "Inactive""#)),
        ]))

    private static let attachment = HCLBody.Item.block(
        "resource", ["aws_iam_user_policy_attachment", "attachments"],
        HCLBody([
            .attribute("for_each", .expression("local.attachments")),
            .attribute("user", .expression("aws_iam_user.users[each.value.user].name")),
            .attribute("policy_arn", .expression("each.value.arn")),
        ]))
}
