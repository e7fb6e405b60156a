/// The variables that SDKs of any cloud look at when they search for credentials.
enum CredentialVariables {
    private static let prefixes = [
        "AWS_", "AMAZON_", "AZURE_", "GOOGLE_", "CLOUDSDK_", "GCLOUD_", "GCE_", "MSI_", "IDENTITY_",
    ]
    private static let names: Set<String> = [
        "HOME", "USERPROFILE", "BOTO_CONFIG", "NO_GCE_CHECK", "SECRET_ACCESS_KEY",
    ]

    /// Whether a variable may decide which credentials an SDK finds.
    static func isRelevant(_ name: String) -> Bool {
        // Most variables are told by their first letter.
        switch name.utf8.first {
        case UInt8(ascii: "A"), UInt8(ascii: "G"), UInt8(ascii: "C"), UInt8(ascii: "M"), UInt8(ascii: "I"):
            prefixes.contains { name.hasPrefix($0) }
        case UInt8(ascii: "H"), UInt8(ascii: "U"), UInt8(ascii: "B"), UInt8(ascii: "N"), UInt8(ascii: "S"):
            names.contains(name)
        default: false
        }
    }

    /// Whether a variable brings a credential or leads to one; regions, endpoints and switches do not.
    static func bringsCredential(_ name: String) -> Bool { isRelevant(name) && bringing.contains(name) }

    private static let bringing: Set<String> = [
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_ACCESS_KEY", "AWS_SECRET_KEY",
        "AWS_SECURITY_TOKEN", "AMAZON_ACCESS_KEY_ID", "AMAZON_SECRET_ACCESS_KEY", "AMAZON_SESSION_TOKEN",
        "SECRET_ACCESS_KEY", "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE",
        "BOTO_CONFIG", "AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_CONTAINER_CREDENTIALS_FULL_URI",
        "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE",
        "GOOGLE_APPLICATION_CREDENTIALS", "CLOUDSDK_CONFIG", "AZURE_CLIENT_SECRET",
        "AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_PASSWORD", "AZURE_USERNAME", "AZURE_FEDERATED_TOKEN_FILE",
        "AZURE_CLIENT_ID",
    ]
}
