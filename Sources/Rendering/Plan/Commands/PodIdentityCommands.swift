import MigrationModel

/// The binding of Pod Identity: an association that EKS keeps.
struct PodIdentityCommands: AWSRoleCommands {
    let subject: CommandSubject

    private var onCluster: [String] {
        (cluster.region.isEmpty ? [] : ["--region", cluster.region]) + ["--cluster-name", cluster.name]
    }
    private var place: [String] {
        onCluster + ["--namespace", identity.namespace, "--service-account", identity.serviceAccount]
    }

    func bind() -> [ShellCommand] {
        [
            ShellCommand(
                words: ["aws", "eks", "create-pod-identity-association"] + place
                    + ["--role-arn", AWSNames.role(identity, in: cluster)]
                    + (identity.target.map { ["--target-role-arn", AWSNames.role($0, in: cluster)] } ?? []))
        ]
    }

    func unbind() -> [ShellCommand] {
        let find = ShellCommand(
            words: ["aws", "eks", "list-pod-identity-associations"] + place
                + ["--query", "associations[0].associationId", "--output", "text"])
        let delete = ["aws", "eks", "delete-pod-identity-association"] + onCluster
        return [
            ShellCommand(shell: "association=$(\(find.text))"),
            ShellCommand(shell: ShellCommand(words: delete).text + " --association-id \"$association\""),
        ]
    }

    func showBinding() -> [ShellCommand] {
        [ShellCommand(words: ["aws", "eks", "list-pod-identity-associations"] + place)]
    }
}
