import MigrationModel

extension CredentialChain {
    /// The Python library, for which a variable that is there counts, even if it is empty.
    ///
    /// See [DefaultAzureCredential](https://learn.microsoft.com/python/api/azure-identity/azure.identity.defaultazurecredential).
    static let azurePython = CredentialChain(
        SDKFamily(id: "azure-python", name: "Azure SDK for Python", provider: .azure),
        // Only "unavailable" goes on; a refused credential stops the chain: chained.py.
        onFailure: .stops, onRefusal: .stops,
        rows: [
            ChainRow(
                .clientSecret,
                AzureVariables(
                    variables: ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_CLIENT_SECRET"], emptiness: .presence,
                    credential: .environment),
                "azure-sdk-for-python: azure-identity azure/identity/_credentials/environment.py"),
            ChainRow(
                .clientCertificate,
                AzureVariables(
                    variables: ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_CLIENT_CERTIFICATE_PATH"],
                    file: "AZURE_CLIENT_CERTIFICATE_PATH", emptiness: .presence, credential: .environment),
                "azure-sdk-for-python: azure-identity azure/identity/_credentials/environment.py"),
            ChainRow(
                .userPassword,
                AzureVariables(
                    variables: ["AZURE_CLIENT_ID", "AZURE_USERNAME", "AZURE_PASSWORD"], emptiness: .presence,
                    credential: .environment),
                "azure-sdk-for-python: azure-identity azure/identity/_credentials/environment.py"),
            ChainRow(
                .azureWorkloadIdentity,
                AzureVariables(
                    variables: ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_FEDERATED_TOKEN_FILE"],
                    file: "AZURE_FEDERATED_TOKEN_FILE", credential: .workloadIdentity, nature: .federated),
                "azure-sdk-for-python: azure-identity azure/identity/_credentials/default.py"),
            ChainRow(
                .managedIdentity, ManagedIdentity(),
                "azure-sdk-for-python: azure-identity azure/identity/_credentials/default.py"),
            ChainRow(
                .developerTools, DeveloperTools(),
                "azure-sdk-for-python: azure-identity azure/identity/_credentials/default.py"),
        ])
}
