import MigrationModel

/// Credentials of `DefaultAzureCredential` that are made of variables, some of which name a file.
///
/// See [EnvironmentCredential](https://learn.microsoft.com/python/api/azure-identity/azure.identity.environmentcredential).
struct AzureVariables: CredentialPlace {
    /// The variables, all of which must count.
    var variables: [String]
    /// The variable among them that names a file, if one does; without the file the family stops.
    var file: String?
    /// When they count.
    var emptiness = Emptiness.nonEmpty
    /// The credential of `DefaultAzureCredential` to which they belong.
    var credential: AzureSelection.Credential
    /// What kind of identity they give.
    var nature = CredentialSource.Nature.fixed

    func finding(in view: ContainerView) -> Finding {
        let settings = view.setting.variables
        guard let missing = variables.first(where: { settings[$0].map { !emptiness.counts($0.shape) } ?? true }) else {
            return AzureSelection.passedOver(credential, view.setting) ?? withFile(view.setting)
        }
        // What is one's own shows intent; the client and tenant ids are shared with other credentials.
        let own = variables.contains { settings[$0] != nil && $0 != "AZURE_CLIENT_ID" && $0 != "AZURE_TENANT_ID" }
        guard let value = settings[missing] else { return own ? .ignored(.notSet(missing)) : .absent(.notSet(missing)) }
        return .ignored(.hollow(missing, value.shape))
    }

    func parts(in view: ContainerView) -> [String] {
        let settings = view.setting.variables
        let there = variables.filter { settings[$0] != nil }
        guard let file, let value = settings[file],
            case .there(let path, _) = view.setting.existence(namedBy: value, among: { _ in false })
        else { return there }
        return there + [path]
    }

    private func withFile(_ setting: CredentialSetting) -> Finding {
        let complete = Finding.complete(nature, empty(setting).map { .hollow($0, .empty) } ?? .allThere)
        guard let file, let value = setting.variables[file] else { return complete }
        if value.shape == .empty { return .fails(.missingFile(file)) }
        let isFederated = nature == .federated
        switch setting.existence(namedBy: value, among: { isFederated && $0.isToken }) {
        case .there: return complete
        case .missing: return .fails(.missingFile(file))
        case .unknown: return .unknown(.obscureFile(file))
        }
    }

    private func empty(_ setting: CredentialSetting) -> String? {
        variables.first { setting.variables[$0]?.shape == .empty }
    }
}
