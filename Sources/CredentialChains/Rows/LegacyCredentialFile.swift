import MigrationModel

/// The file of the first EC2 tools, which AWS_CREDENTIAL_FILE names; whoever names one that is not there gets an error.
///
/// What is in it (`AWSAccessKeyId=…`) is not modelled, because the tools were withdrawn before Kubernetes existed.
struct LegacyCredentialFile: CredentialPlace {
    private static let variable = "AWS_CREDENTIAL_FILE"

    var nature: CredentialSource.Nature { .fixed }

    func finding(in view: ContainerView) -> Finding {
        guard let variable = view.setting.variables[Self.variable] else { return .absent(.notSet(Self.variable)) }
        if variable.shape == .empty { return .fails(.missingFile(Self.variable)) }
        switch view.setting.existence(namedBy: variable, among: { _ in false }) {
        case .missing: return .fails(.missingFile(Self.variable))
        case .there, .unknown: return .unknown(.obscureFile(Self.variable))
        }
    }

    func parts(in view: ContainerView) -> [String] { [Self.variable] }
}
