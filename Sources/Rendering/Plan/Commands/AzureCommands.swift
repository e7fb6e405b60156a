import MigrationModel

/// The commands for a managed identity with a federated credential.
///
/// See [AKS workload identity](https://learn.microsoft.com/azure/aks/workload-identity-deploy-cluster).
struct AzureCommands: CloudCommands {
    let subject: CommandSubject
    static let annotation = "azure.workload.identity/client-id"
    static let audience = "api://AzureADTokenExchange"

    private var place: [String] {
        ["--resource-group", subject.identity.account]
            + (subject.cluster.subscription.isEmpty ? [] : ["--subscription", subject.cluster.subscription])
    }
    private var credential: [String] {
        ["--name", AzureNames.credential(subject.identity), "--identity-name", subject.identity.role] + place
    }

    func create() -> [ShellCommand] {
        let region = subject.cluster.region.isEmpty ? [] : ["--location", subject.cluster.region]
        return [ShellCommand(words: ["az", "identity", "create", "--name", subject.identity.role] + place + region)]
    }

    func delete() -> [ShellCommand] {
        [ShellCommand(words: ["az", "identity", "delete", "--name", subject.identity.role] + place)]
    }

    func bind() -> [ShellCommand] {
        let annotate = [
            "kubectl", "annotate", "serviceaccount/\(subject.identity.serviceAccount)", "-n",
            subject.identity.namespace, "--overwrite",
        ]
        return (subject.isInTerraform ? [] : federate) + [
            ShellCommand(shell: "client_id=$(\(show("clientId").text))"),
            ShellCommand(shell: ShellCommand(words: annotate).text + " \"\(Self.annotation)=$client_id\""),
        ]
    }

    func unbind() -> [ShellCommand] {
        let delete = ShellCommand(words: ["az", "identity", "federated-credential", "delete", "--yes"] + credential)
        return [subject.annotate(Self.annotation, nil)] + (subject.isInTerraform ? [] : [delete])
    }

    private var federate: [ShellCommand] {
        let create =
            ["az", "identity", "federated-credential", "create"] + credential
            + ["--subject", AzureNames.subject(subject.identity), "--audiences", Self.audience]
        return issuer + [ShellCommand(shell: ShellCommand(words: create).text + " \\\n  --issuer \"$issuer\"")]
    }

    func showTrust() -> [ShellCommand] {
        [
            ShellCommand(
                words: ["az", "identity", "federated-credential", "list", "--identity-name", subject.identity.role]
                    + place)
        ]
    }

    func showPermissions() -> [ShellCommand] {
        [
            ShellCommand(shell: "principal=$(\(show("principalId").text))"),
            ShellCommand(shell: "az role assignment list --all --assignee \"$principal\""),
        ]
    }

    func showBinding() -> [ShellCommand] { showTrust() + [subject.showAccount] }
    func showCaller() -> [ShellCommand] { [show("clientId")] }

    private func show(_ query: String) -> ShellCommand {
        ShellCommand(
            words: ["az", "identity", "show", "--name", subject.identity.role] + place
                + ["--query", query, "--output", "tsv"])
    }

    /// The issuer is that of the configuration, else what AKS says.
    private var issuer: [ShellCommand] {
        guard subject.cluster.issuer.isEmpty else {
            return [ShellCommand(shell: "issuer=\(ShellWord.quoted(subject.cluster.issuer))")]
        }
        let show = ShellCommand(
            words: ["az", "aks", "show", "--name", subject.cluster.name] + place
                + ["--query", "oidcIssuerProfile.issuerUrl", "--output", "tsv"])
        return [ShellCommand(shell: "issuer=$(\(show.text))")]
    }
}
