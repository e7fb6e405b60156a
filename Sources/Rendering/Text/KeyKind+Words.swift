import MigrationModel

extension KeyKind {
    /// The kind in the words of its vendor.
    var words: String {
        switch self {
        case .awsAccessKey: "AWS access key"
        case .awsTemporaryKey: "AWS temporary key"
        case .googleServiceAccountKey: "Google service account key"
        case .googleHMACKey: "Google HMAC key"
        case .azureClientSecret: "Azure client secret"
        case .azureStorageAccountKey: "Azure storage account key"
        }
    }
}
