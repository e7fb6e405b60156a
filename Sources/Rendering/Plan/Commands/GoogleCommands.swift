import MigrationModel

/// The commands for a Google service account that a ServiceAccount acts as.
///
/// See [Workload Identity Federation for GKE](https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity).
struct GoogleCommands: CloudCommands {
    let subject: CommandSubject
    static let annotation = "iam.gke.io/gcp-service-account"

    private var project: String { subject.identity.account }
    private var principal: String { GoogleNames.principal(subject.identity, subject.cluster) }
    private var email: String { GoogleNames.email(subject.identity) }

    private var isPrincipal: Bool { subject.identity.isPrincipal }

    func create() -> [ShellCommand] {
        guard !isPrincipal else { return [] }
        return [
            ShellCommand(
                "gcloud", "iam", "service-accounts", "create", subject.identity.role, "--project=\(project)")
        ]
    }

    func delete() -> [ShellCommand] {
        guard !isPrincipal else { return [] }
        return [ShellCommand("gcloud", "iam", "service-accounts", "delete", email, "--project=\(project)")]
    }

    /// An annotation that is left over would keep the ServiceAccount acting as a service account.
    func bind() -> [ShellCommand] {
        if isPrincipal { return [subject.annotate(Self.annotation, nil)] }
        return (subject.isInTerraform ? [] : [policy("add-iam-policy-binding")]) + [
            subject.annotate(Self.annotation, email)
        ]
    }

    func unbind() -> [ShellCommand] {
        if isPrincipal { return [] }
        return [subject.annotate(Self.annotation, nil)]
            + (subject.isInTerraform ? [] : [policy("remove-iam-policy-binding")])
    }

    func showTrust() -> [ShellCommand] {
        guard !isPrincipal else { return showPermissions() }
        return [ShellCommand("gcloud", "iam", "service-accounts", "get-iam-policy", email, "--project=\(project)")]
    }

    func showPermissions() -> [ShellCommand] {
        [
            ShellCommand(
                "gcloud", "projects", "get-iam-policy", project, "--flatten=bindings[].members",
                "--filter=bindings.members:\(GoogleNames.grantee(subject.identity, subject.cluster))",
                "--format=value(bindings.role)")
        ]
    }

    func showBinding() -> [ShellCommand] { (isPrincipal ? [] : showTrust()) + [subject.showAccount] }

    func showCaller() -> [ShellCommand] {
        [
            ShellCommand(
                "gcloud", "logging", "read",
                isPrincipal
                    ? "protoPayload.authenticationInfo.principalSubject=\"\(principal)\""
                    : "protoPayload.authenticationInfo.principalEmail=\"\(email)\"",
                "--project=\(project)", "--limit=5")
        ]
    }

    private func policy(_ verb: String) -> ShellCommand {
        ShellCommand(
            "gcloud", "iam", "service-accounts", verb, email, "--project=\(project)",
            "--role=\(GoogleNames.userRole)", "--member=\(GoogleNames.member(subject.identity, subject.cluster))")
    }
}
