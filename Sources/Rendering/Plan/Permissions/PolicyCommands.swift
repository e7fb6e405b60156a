import MigrationModel

/// The commands that give a role its policies, and take them away again.
struct PolicyCommands {
    private let role: String
    /// Policies with their files.
    private let policies: [(policy: PlannedPolicy, path: String)]
    /// The beginning of the ARNs of managed policies that are made: `arn:aws:iam::123456789012:policy/`.
    private let prefix: String

    /// - Parameters:
    ///   - identity: whose permissions they are.
    ///   - role: the role that has them.
    ///   - arn: the ARN of that role.
    ///   - context: says where the files are.
    init(_ identity: PlannedIdentity, role: String, arn: String, _ context: PlanContext) {
        self.role = role
        policies = identity.permissions.policies.map { policy in
            (policy, PermissionPolicyFile.path(of: policy, identity, context) ?? "")
        }
        let parts = arn.split(separator: ":", omittingEmptySubsequences: false)
        prefix = parts.prefix(5).joined(separator: ":") + ":policy/"
    }

    /// Puts or attaches every policy; run again, it changes nothing.
    var attach: [ShellCommand] {
        policies.flatMap { policy, path -> [ShellCommand] in
            switch policy.form {
            case .inline:
                [
                    ShellCommand(
                        "aws", "iam", "put-role-policy", "--role-name", role, "--policy-name", policy.name,
                        "--policy-document", "file://\(path)")
                ]
            case .managed:
                [
                    ShellCommand(
                        "aws", "iam", "create-policy", "--policy-name", policy.name, "--policy-document",
                        "file://\(path)"),
                    attachment("attach-role-policy", prefix + policy.name),
                ]
            case .existing: [attachment("attach-role-policy", policy.arn)]
            }
        }
    }

    /// Takes every policy away, without which the role could not be deleted.
    var detach: [ShellCommand] {
        policies.flatMap { policy, _ -> [ShellCommand] in
            switch policy.form {
            case .inline:
                [
                    ShellCommand(
                        "aws", "iam", "delete-role-policy", "--role-name", role, "--policy-name", policy.name)
                ]
            case .managed:
                [
                    attachment("detach-role-policy", prefix + policy.name),
                    ShellCommand("aws", "iam", "delete-policy", "--policy-arn", prefix + policy.name),
                ]
            case .existing: [attachment("detach-role-policy", policy.arn)]
            }
        }
    }

    private func attachment(_ verb: String, _ arn: String) -> ShellCommand {
        ShellCommand("aws", "iam", verb, "--role-name", role, "--policy-arn", arn)
    }
}
