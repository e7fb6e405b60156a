import MigrationModel

/// Roles that a workload takes from its own, as across accounts.
///
/// See [AssumeRole](https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html).
struct AssumeRolePattern: DraftPattern {
    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        let found = settings.names(of: "iam").filter { setting, arn in
            // This one is the role that the SDK itself takes with a web identity.
            arn.resource(behind: "role/") != nil && setting.name != "AWS_ROLE_ARN"
        }
        guard !found.isEmpty else { return [] }
        return [
            .allow(
                "AssumeRole", ["sts:AssumeRole", "sts:TagSession"], on: found.map(\.arn.text),
                from: found.map(\.setting),
                open: ["The trust policies of the roles that it takes have to name the new role: look at them first."])
        ]
    }
}
