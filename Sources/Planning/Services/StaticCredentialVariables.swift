/// The variables that hold static credentials or lead to files of them.
enum StaticCredentialVariables {
    /// Halves of keys, and what only makes sense beside them.
    static let all: Set<String> = [
        "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "AWS_ACCESS_KEY",
        "AWS_SECRET_KEY", "AMAZON_ACCESS_KEY_ID", "AMAZON_SECRET_ACCESS_KEY", "AMAZON_SESSION_TOKEN",
        "SECRET_ACCESS_KEY", "AZURE_CLIENT_SECRET", "AZURE_PASSWORD",
    ]
    /// What names the file of credentials, or a profile in it; it leaves together with the file.
    static let locators: Set<String> = [
        "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE", "BOTO_CONFIG",
        "GOOGLE_APPLICATION_CREDENTIALS", "AZURE_CLIENT_CERTIFICATE_PATH",
    ]
    /// Of these what names the file with the keys itself, and is of no use where another file of the same folder stays.
    static let keyFileLocators: Set<String> = [
        "AWS_SHARED_CREDENTIALS_FILE", "GOOGLE_APPLICATION_CREDENTIALS", "AZURE_CLIENT_CERTIFICATE_PATH",
    ]
    /// The region under both of its names: boto3 reads the second only.
    static let regions = ["AWS_REGION", "AWS_DEFAULT_REGION"]
}
