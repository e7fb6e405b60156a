import MigrationModel

/// The managed identity that the metadata service of an Azure node gives.
///
/// See [ManagedIdentityCredential](https://learn.microsoft.com/python/api/azure-identity/azure.identity.managedidentitycredential).
struct ManagedIdentity: CredentialPlace {
    private static let metadata = InstanceMetadata(provider: .azure, switchedOffBy: nil, isAssumed: false)

    var nature: CredentialSource.Nature { .node }

    func finding(in view: ContainerView) -> Finding {
        AzureSelection.passedOver(.managedIdentity, view.setting) ?? Self.metadata.finding(in: view)
    }

    func parts(in view: ContainerView) -> [String] { [] }
}
