import MigrationModel

/// The commands that make, bind and check identities in a cloud, one type per cloud.
protocol CloudCommands {
    /// Makes the identity.
    func create() -> [ShellCommand]
    /// Takes it away again.
    func delete() -> [ShellCommand]
    /// Lets the ServiceAccount take it.
    func bind() -> [ShellCommand]
    /// Takes the binding back.
    func unbind() -> [ShellCommand]
    /// Shows who may take it.
    func showTrust() -> [ShellCommand]
    /// Shows what it may do.
    func showPermissions() -> [ShellCommand]
    /// Shows that the ServiceAccount and it are bound.
    func showBinding() -> [ShellCommand]
    /// Shows whom a Pod really is.
    func showCaller() -> [ShellCommand]
}

/// What the commands of every cloud are made of.
struct CommandSubject {
    let identity: PlannedIdentity
    let cluster: ClusterConfiguration
    /// Where the trust policy of an AWS role is, relative to the folder of the plan.
    let trustPath: String

    /// The commands of the cloud that the identity is of.
    var commands: any CloudCommands {
        switch identity.mechanism {
        case .irsa: IRSACommands(subject: self)
        case .eksPodIdentity: PodIdentityCommands(subject: self)
        case .gkeWorkloadIdentity: GoogleCommands(subject: self)
        case .aksWorkloadIdentity: AzureCommands(subject: self)
        }
    }

    /// Sets or, with an empty value, removes an annotation of the ServiceAccount.
    func annotate(_ name: String, _ value: String?) -> ShellCommand {
        ShellCommand(
            words: [
                "kubectl", "annotate", "serviceaccount/\(identity.serviceAccount)", "-n", identity.namespace,
                value.map { "\(name)=\($0)" } ?? "\(name)-",
            ] + (value == nil ? [] : ["--overwrite"]))
    }

    /// Shows the ServiceAccount with its annotations.
    var showAccount: ShellCommand {
        ShellCommand(
            "kubectl", "get", "serviceaccount/\(identity.serviceAccount)", "-n", identity.namespace, "-o",
            "jsonpath={.metadata.annotations}")
    }
}

extension PlanContext {
    /// What commands for an identity are made of.
    func subject(_ identity: PlannedIdentity) -> CommandSubject {
        CommandSubject(
            identity: identity, cluster: cluster(identity.cluster),
            trustPath: TrustPolicyFile.path(of: identity, self))
    }
}
