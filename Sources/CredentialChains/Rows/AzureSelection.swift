import MigrationModel

/// What AZURE_TOKEN_CREDENTIALS leaves of `DefaultAzureCredential`: `prod`, `dev`, or one credential by its name.
///
/// See [credential chains](https://learn.microsoft.com/dotnet/azure/sdk/authentication/credential-chains).
enum AzureSelection {
    /// The credentials of the chain that matter in a container.
    enum Credential: String, Sendable {
        /// A service principal or a user in variables.
        case environment = "environmentcredential"
        /// AKS Workload Identity.
        case workloadIdentity = "workloadidentitycredential"
        /// The identity of the node.
        case managedIdentity = "managedidentitycredential"
        /// Logins of a person.
        case developerTools = "developer tools"
    }

    private static let variable = "AZURE_TOKEN_CREDENTIALS"

    /// Why a credential is not asked, or not known to be; `nil` when it is.
    static func passedOver(_ credential: Credential, _ setting: CredentialSetting) -> Finding? {
        guard let value = setting.variables[variable], value.shape == .present else { return nil }
        guard let text = value.text else { return .unknown(Reason(variable, "is not known")) }
        let choice = text.lowercased()
        let isChosen =
            switch choice {
            case "prod": credential != .developerTools
            case "dev": credential == .developerTools
            default: choice == credential.rawValue
            }
        return isChosen ? nil : .ignored(Reason(variable, "leaves it out"))
    }
}
