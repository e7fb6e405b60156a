import MigrationModel

extension CredentialChain {
    /// The other libraries, for which an empty variable is one that is not set.
    ///
    /// See [DefaultAzureCredential](https://learn.microsoft.com/dotnet/api/azure.identity.defaultazurecredential).
    static let azureOthers = CredentialChain(
        SDKFamily(id: "azure", name: "Azure SDKs for .NET, Java, JavaScript, Go and C++", provider: .azure),
        // As in Python, as far as is known [unverified].
        onFailure: .stops, onRefusal: .stops,
        rows: [
            ChainRow(
                .clientSecret,
                AzureVariables(
                    variables: ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_CLIENT_SECRET"], emptiness: .nonEmpty,
                    credential: .environment),
                "Azure Identity for JavaScript, Java and .NET: DefaultAzureCredential; emptiness [unverified]"),
            ChainRow(
                .clientCertificate,
                AzureVariables(
                    variables: ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_CLIENT_CERTIFICATE_PATH"],
                    file: "AZURE_CLIENT_CERTIFICATE_PATH", emptiness: .nonEmpty, credential: .environment),
                "Azure Identity for JavaScript, Java and .NET: DefaultAzureCredential; emptiness [unverified]"),
            ChainRow(
                .userPassword,
                AzureVariables(
                    variables: ["AZURE_CLIENT_ID", "AZURE_USERNAME", "AZURE_PASSWORD"], emptiness: .nonEmpty,
                    credential: .environment),
                "Azure Identity for JavaScript, Java and .NET: DefaultAzureCredential; emptiness [unverified]"),
            ChainRow(
                .azureWorkloadIdentity,
                AzureVariables(
                    variables: ["AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_FEDERATED_TOKEN_FILE"],
                    file: "AZURE_FEDERATED_TOKEN_FILE", credential: .workloadIdentity, nature: .federated),
                "Azure Identity for JavaScript, Java and .NET: DefaultAzureCredential"),
            ChainRow(
                .managedIdentity, ManagedIdentity(),
                "Azure Identity for JavaScript, Java and .NET: DefaultAzureCredential"),
            ChainRow(
                .developerTools, DeveloperTools(),
                "Azure Identity for JavaScript, Java and .NET: DefaultAzureCredential"),
        ])
}
