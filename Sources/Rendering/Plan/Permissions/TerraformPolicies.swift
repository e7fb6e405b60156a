import MigrationModel

/// The policies of one role in Terraform.
struct TerraformPolicies {
    private let permissions: PlannedPermissions
    /// The name of the role's resources.
    private let name: String

    init(_ permissions: PlannedPermissions, of name: String) {
        self.permissions = permissions
        self.name = name
    }

    /// The items; none where nothing is known of what the role may do.
    var items: [HCLBody.Item] {
        permissions.policies.enumerated().flatMap { index, policy -> [HCLBody.Item] in
            let label = permissions.policies.count == 1 ? name : "\(name)_\(index + 1)"
            guard let document = policy.document else {
                return [attachment(label, .text(policy.arn))]
            }
            let (data, text) = Self.source(document, label)
            switch policy.form {
            case .inline:
                return data + [
                    .block(
                        "resource", ["aws_iam_role_policy", label],
                        HCLBody([
                            .attribute("name", .text(policy.name)),
                            .attribute("role", .expression("aws_iam_role.\(name).name")),
                            .attribute("policy", text),
                        ]))
                ]
            case .managed, .existing:
                let made = HCLBody([.attribute("name", .text(policy.name)), .attribute("policy", text)])
                return data + [
                    .block("resource", ["aws_iam_policy", label], made),
                    attachment(label, .expression("aws_iam_policy.\(label).arn")),
                ]
            }
        }
    }

    private func attachment(_ label: String, _ arn: HCLBody.Value) -> HCLBody.Item {
        .block(
            "resource", ["aws_iam_role_policy_attachment", label],
            HCLBody([.attribute("role", .expression("aws_iam_role.\(name).name")), .attribute("policy_arn", arn)]))
    }

    /// The document as a data source, or as the text itself where the data source would change it: it takes `&{` for the
    /// beginning of a variable, and has no escape for it.
    private static func source(
        _ document: PolicyDocument, _ label: String
    ) -> (data: [HCLBody.Item], text: HCLBody.Value) {
        let line = MachineText.line(document.json)
        guard !line.contains("&{") else { return ([], .text(line)) }
        let version: [HCLBody.Item] =
            document.version == PolicyDocument.currentVersion ? [] : [.attribute("version", .text(document.version))]
        let body = HCLBody(version + document.statements.map { .block("statement", [], statement($0)) })
        return (
            [.block("data", ["aws_iam_policy_document", label], body)],
            .expression("data.aws_iam_policy_document.\(label).json")
        )
    }

    private static func statement(_ statement: PolicyStatement) -> HCLBody {
        var items: [HCLBody.Item] = []
        if !statement.sid.isEmpty { items.append(.attribute("sid", .text(statement.sid))) }
        if statement.effect == .deny { items.append(.attribute("effect", .text(statement.effect.rawValue))) }
        items.append(
            .attribute(statement.actions.isNegated ? "not_actions" : "actions", list(statement.actions.patterns)))
        items.append(
            .attribute(
                statement.resources.isNegated ? "not_resources" : "resources", list(statement.resources.patterns)))
        return HCLBody(
            items
                + statement.conditions.map { condition in
                    .block(
                        "condition", [],
                        HCLBody([
                            .attribute("test", .text(condition.test)), .attribute("variable", .text(condition.key)),
                            .attribute("values", list(condition.values)),
                        ]))
                })
    }

    /// One pattern stands on one line with its name, several on lines of their own, so that a change is easy to see.
    private static func list(_ texts: [String]) -> HCLBody.Value {
        let values = texts.map { HCLBody.Value.text($0) }
        return texts.count == 1 ? .list(values) : .lines(values)
    }
}
