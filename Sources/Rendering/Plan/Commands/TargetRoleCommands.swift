import MigrationModel

/// The commands for a role in another account, which are run with credentials of that account.
struct TargetRoleCommands {
    let target: TargetRole
    let subject: CommandSubject

    /// The name of the inline policy that lets an identity's role take the other one.
    static let policy = "take-target-role"

    var create: [ShellCommand] {
        [
            AWSNames.guardCommand(target.account),
            ShellCommand(
                "aws", "iam", "create-role", "--role-name", target.role, "--assume-role-policy-document",
                "file://\(subject.targetPaths.trust)"),
        ] + subject.policies.attach
    }

    var delete: [ShellCommand] {
        [AWSNames.guardCommand(target.account)] + subject.policies.detach + [
            ShellCommand("aws", "iam", "delete-role", "--role-name", target.role)
        ]
    }

    var showTrust: [ShellCommand] {
        [
            AWSNames.guardCommand(target.account),
            ShellCommand(
                "aws", "iam", "get-role", "--role-name", target.role, "--query", "Role.AssumeRolePolicyDocument"),
        ]
    }

    var showPermissions: [ShellCommand] {
        [
            ShellCommand("aws", "iam", "list-attached-role-policies", "--role-name", target.role),
            ShellCommand("aws", "iam", "list-role-policies", "--role-name", target.role),
        ]
    }
}
