import MigrationModel

/// The commands for a Google service account that a ServiceAccount acts as.
///
/// See [Workload Identity Federation for GKE](https://cloud.google.com/kubernetes-engine/docs/how-to/workload-identity).
struct GoogleCommands: CloudCommands {
    let subject: CommandSubject
    static let annotation = "iam.gke.io/gcp-service-account"

    private var project: String { subject.identity.account }
    private var email: String { GoogleNames.email(subject.identity) }

    func create() -> [ShellCommand] {
        [
            ShellCommand(
                "gcloud", "iam", "service-accounts", "create", subject.identity.role, "--project=\(project)")
        ]
    }

    func delete() -> [ShellCommand] {
        [ShellCommand("gcloud", "iam", "service-accounts", "delete", email, "--project=\(project)")]
    }

    func bind() -> [ShellCommand] {
        (subject.isInTerraform ? [] : [policy("add-iam-policy-binding")]) + [subject.annotate(Self.annotation, email)]
    }

    func unbind() -> [ShellCommand] {
        [subject.annotate(Self.annotation, nil)] + (subject.isInTerraform ? [] : [policy("remove-iam-policy-binding")])
    }

    func showTrust() -> [ShellCommand] {
        [ShellCommand("gcloud", "iam", "service-accounts", "get-iam-policy", email, "--project=\(project)")]
    }

    func showPermissions() -> [ShellCommand] {
        [
            ShellCommand(
                "gcloud", "projects", "get-iam-policy", project, "--flatten=bindings[].members",
                "--filter=bindings.members:serviceAccount:\(email)", "--format=value(bindings.role)")
        ]
    }

    func showBinding() -> [ShellCommand] { showTrust() + [subject.showAccount] }

    func showCaller() -> [ShellCommand] {
        [
            ShellCommand(
                "gcloud", "logging", "read", "protoPayload.authenticationInfo.principalEmail=\"\(email)\"",
                "--project=\(project)", "--limit=5")
        ]
    }

    private func policy(_ verb: String) -> ShellCommand {
        ShellCommand(
            "gcloud", "iam", "service-accounts", verb, email, "--project=\(project)",
            "--role=\(GoogleNames.userRole)", "--member=\(GoogleNames.member(subject.identity, subject.cluster))")
    }
}
