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
            ShellCommand(
                "aws", "iam", "create-role", "--role-name", identity.role, "--assume-role-policy-document",
                "file://\(subject.trustPath)")
        ]
    }

    func delete() -> [ShellCommand] { [ShellCommand("aws", "iam", "delete-role", "--role-name", identity.role)] }

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

/// The binding of IRSA: an annotation.
struct IRSACommands: AWSRoleCommands {
    let subject: CommandSubject
    static let annotation = "eks.amazonaws.com/role-arn"

    func bind() -> [ShellCommand] {
        [subject.annotate(Self.annotation, AWSNames.role(identity, in: cluster))]
    }

    func unbind() -> [ShellCommand] { [subject.annotate(Self.annotation, nil)] }
    func showBinding() -> [ShellCommand] { [subject.showAccount] }
}

/// The binding of Pod Identity: an association that EKS keeps.
struct PodIdentityCommands: AWSRoleCommands {
    let subject: CommandSubject

    private var place: [String] {
        [
            "--cluster-name", cluster.name, "--namespace", identity.namespace, "--service-account",
            identity.serviceAccount,
        ]
    }

    func bind() -> [ShellCommand] {
        [
            ShellCommand(
                words: ["aws", "eks", "create-pod-identity-association"] + place
                    + ["--role-arn", AWSNames.role(identity, in: cluster)])
        ]
    }

    func unbind() -> [ShellCommand] {
        let find = ShellCommand(
            words: ["aws", "eks", "list-pod-identity-associations"] + place
                + ["--query", "associations[0].associationId", "--output", "text"])
        let delete = ["aws", "eks", "delete-pod-identity-association", "--cluster-name", cluster.name]
        return [
            ShellCommand(shell: "association=$(\(find.text))"),
            ShellCommand(shell: ShellCommand(words: delete).text + " --association-id \"$association\""),
        ]
    }

    func showBinding() -> [ShellCommand] {
        [ShellCommand(words: ["aws", "eks", "list-pod-identity-associations"] + place)]
    }
}
