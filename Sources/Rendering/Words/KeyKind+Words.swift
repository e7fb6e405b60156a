internal import MigrationModel

extension KeyKind {
    /// What a person calls it.
    var words: String {
        switch self {
        case .awsAccessKey: "AWS access key"
        case .awsTemporaryKey: "AWS temporary key"
        case .googleServiceAccountKey: "Google service account key"
        case .googleHMACKey: "Google HMAC key"
        case .azureClientSecret: "Azure client secret"
        case .azureStorageAccountKey: "Azure storage key"
        }
    }

    /// How long it lives when nobody does anything.
    var lifetime: String {
        self == .awsTemporaryKey ? "temporary" : "long-term"
    }
}

extension KeyIdentity {
    /// Whose key it is, in the most telling form that is known.
    var owner: String? {
        if let account { return "account \(account)" }
        return principal
    }
}
