import MigrationModel

/// The commands that list what an old identity of Google or Azure may do, and grant it to the new one.
enum RoleListing {
    /// The commands for one identity; none for AWS, where policies are written.
    static func commands(_ identity: PlannedIdentity, _ cluster: ClusterConfiguration) -> [ShellCommand] {
        switch identity.mechanism.provider {
        case .aws: []
        case .google: google(identity, old: identity.permissions.users)
        case .azure: azure(identity, cluster, old: identity.permissions.users)
        }
    }

    /// See [get-iam-policy](https://cloud.google.com/sdk/gcloud/reference/projects/get-iam-policy) and
    /// [search-all-iam-policies](https://cloud.google.com/sdk/gcloud/reference/asset/search-all-iam-policies).
    private static func google(_ identity: PlannedIdentity, old: [String]) -> [ShellCommand] {
        let ask =
            old.isEmpty
            ? [ShellCommand(shell: ": \"${SERVICE_ACCOUNT:?set it to the address of the service account}\"")] : []
        let accounts = old.isEmpty ? ["\"$SERVICE_ACCOUNT\""] : old.map { ShellWord.quoted($0) }
        let project = ShellWord.quoted(identity.account)
        return ask
            + accounts.flatMap { account in
                [
                    ShellCommand(
                        shell: "gcloud projects get-iam-policy \(project) '--flatten=bindings[].members' \\\n"
                            + "  --filter=bindings.members:serviceAccount:\(account) '--format=value(bindings.role)'"),
                    ShellCommand(
                        shell:
                            "gcloud asset search-all-iam-policies --scope=projects/\(project) --query=policy:\(account)"
                    ),
                ]
            }
    }

    /// See [list](https://learn.microsoft.com/cli/azure/role/assignment#az-role-assignment-list).
    private static func azure(
        _ identity: PlannedIdentity, _ cluster: ClusterConfiguration, old: [String]
    ) -> [ShellCommand] {
        let ask =
            old.isEmpty
            ? [ShellCommand(shell: ": \"${APPLICATION_ID:?set it to the client id of the application}\"")] : []
        let applications = old.isEmpty ? ["\"$APPLICATION_ID\""] : old.map { ShellWord.quoted($0) }
        let subscription =
            cluster.subscription.isEmpty ? "" : " --subscription \(ShellWord.quoted(cluster.subscription))"
        return ask
            + applications.flatMap { application in
                [
                    ShellCommand(
                        shell:
                            "az role assignment list --all --include-groups --assignee \(application)\(subscription) \\\n"
                            + "  --query '[].[roleDefinitionName, scope]' --output tsv"),
                    ShellCommand(shell: "az ad app permission list --id \(application)"),
                ]
            }
    }
}
