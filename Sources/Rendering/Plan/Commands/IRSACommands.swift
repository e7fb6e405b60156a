import MigrationModel

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
