import MigrationModel

/// The commands that IRSA and Pod Identity have in common: those of the role.
protocol AWSRoleCommands: CloudCommands {
    var subject: CommandSubject { get }
}

extension AWSRoleCommands {
    var identity: PlannedIdentity { subject.identity }
    var cluster: ClusterConfiguration { subject.cluster }

    func create() -> [ShellCommand] {
        [
            AWSNames.guardCommand(identity.account),
            ShellCommand(
                words: [
                    "aws", "iam", "create-role", "--role-name", identity.role, "--assume-role-policy-document",
                    "file://\(subject.trustPath)",
                ] + (boundary.isEmpty ? [] : ["--permissions-boundary", boundary])),
        ] + (identity.target == nil ? subject.policies.attach : [permitTarget])
    }

    private var boundary: String { identity.permissions.boundary }

    func delete() -> [ShellCommand] {
        (identity.target == nil ? subject.policies.detach : [forbidTarget]) + [
            ShellCommand("aws", "iam", "delete-role", "--role-name", identity.role)
        ]
    }

    private var permitTarget: ShellCommand {
        ShellCommand(
            "aws", "iam", "put-role-policy", "--role-name", identity.role, "--policy-name", TargetRoleCommands.policy,
            "--policy-document", "file://\(subject.targetPaths.permission)")
    }

    /// A role that has policies cannot be deleted.
    private var forbidTarget: ShellCommand {
        ShellCommand(
            "aws", "iam", "delete-role-policy", "--role-name", identity.role, "--policy-name",
            TargetRoleCommands.policy)
    }

    func showTrust() -> [ShellCommand] {
        [
            ShellCommand(
                "aws", "iam", "get-role", "--role-name", identity.role, "--query", "Role.AssumeRolePolicyDocument")
        ]
    }

    func showPermissions() -> [ShellCommand] {
        [
            ShellCommand("aws", "iam", "list-attached-role-policies", "--role-name", identity.role),
            ShellCommand("aws", "iam", "list-role-policies", "--role-name", identity.role),
        ]
    }

    func showCaller() -> [ShellCommand] {
        [
            ShellCommand(
                "aws", "iam", "get-role", "--role-name", identity.role, "--query", "Role.RoleLastUsed")
        ]
    }
}
