import MigrationModel

/// What the commands of every cloud are made of.
struct CommandSubject {
    let identity: PlannedIdentity
    let cluster: ClusterConfiguration
    /// Where the trust policy of an AWS role is, relative to the folder of the plan.
    let trustPath: String
    /// Where the policies of the role in another account are: who may take it, and that the identity's role may.
    let targetPaths: (trust: String, permission: String)
    /// Gives an AWS role what it may do: the identity's own, or the one in another account.
    let policies: PolicyCommands
    /// Whether Terraform makes what the cloud keeps, so that only the cluster is left to commands.
    let isInTerraform: Bool

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
            trustPath: TrustPolicyFile.path(of: identity, self),
            targetPaths: (
                TrustPolicyFile.targetPath(of: identity, self), TrustPolicyFile.permissionPath(of: identity, self)
            ),
            policies: PolicyCommands(
                identity, role: identity.target?.role ?? identity.role,
                arn: identity.target.map { AWSNames.role($0, in: cluster(identity.cluster)) }
                    ?? AWSNames.role(identity, in: cluster(identity.cluster)), self),
            isInTerraform: configuration.preferences.infrastructure == .terraform)
    }
}
