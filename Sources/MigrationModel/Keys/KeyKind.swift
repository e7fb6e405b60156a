/// What sort of static credential a key is.
public enum KeyKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// Long-term access key of an IAM user or an account root, `AKIA…`.
    case awsAccessKey = "aws-access-key"
    /// Temporary access key of an STS session, `ASIA…`.
    case awsTemporaryKey = "aws-temporary-key"
    /// Private key of a Google service account, usually a JSON file.
    case googleServiceAccountKey = "google-service-account-key"
    /// HMAC key of Google Cloud Storage's XML API, `GOOG…`.
    case googleHMACKey = "google-hmac-key"
    /// Client secret of an Entra ID application.
    case azureClientSecret = "azure-client-secret"
    /// Shared key of an Azure storage account.
    case azureStorageAccountKey = "azure-storage-account-key"

    /// The cloud that issued the key.
    public var provider: Provider {
        switch self {
        case .awsAccessKey, .awsTemporaryKey: .aws
        case .googleServiceAccountKey, .googleHMACKey: .google
        case .azureClientSecret, .azureStorageAccountKey: .azure
        }
    }
}

/// A cloud that issues static keys.
public enum Provider: String, Hashable, Sendable, Codable, CodingKeyRepresentable, CaseIterable {
    /// Amazon Web Services.
    case aws
    /// Google Cloud.
    case google
    /// Microsoft Azure.
    case azure
}
