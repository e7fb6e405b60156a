/// The only variables whose texts the model keeps: they locate or configure credentials and never hold one.
///
/// See the [settings of AWS SDKs](https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html),
/// [Application Default Credentials](https://cloud.google.com/docs/authentication/application-default-credentials) and the
/// [environment of Azure Identity](https://github.com/Azure/azure-sdk-for-python/tree/main/sdk/identity/azure-identity#environment-variables).
public enum LocatorName {
    private static let all: Set<String> = [
        // AWS: which profile, role and file.
        "AWS_PROFILE", "AWS_DEFAULT_PROFILE", "AWS_ROLE_ARN", "AWS_ROLE_SESSION_NAME", "AWS_WEB_IDENTITY_TOKEN_FILE",
        "AWS_SHARED_CREDENTIALS_FILE", "AWS_CREDENTIAL_FILE", "AWS_CREDENTIAL_PROFILES_FILE", "AWS_CONFIG_FILE",
        "BOTO_CONFIG", "AWS_SDK_LOAD_CONFIG",
        // AWS: which endpoint.
        "AWS_CONTAINER_CREDENTIALS_FULL_URI", "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
        "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE", "AWS_REGION", "AWS_DEFAULT_REGION", "AWS_EC2_METADATA_DISABLED",
        "AWS_EC2_METADATA_SERVICE_ENDPOINT", "AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "AWS_STS_REGIONAL_ENDPOINTS",
        "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS",
        // Google.
        "GOOGLE_APPLICATION_CREDENTIALS", "CLOUDSDK_CONFIG", "CLOUDSDK_AUTH_CREDENTIAL_FILE_OVERRIDE",
        "CLOUDSDK_CORE_PROJECT", "GOOGLE_CLOUD_PROJECT", "GCLOUD_PROJECT", "GOOGLE_CLOUD_QUOTA_PROJECT", "NO_GCE_CHECK",
        "GCE_METADATA_HOST", "GCE_METADATA_IP",
        // Azure.
        "AZURE_CLIENT_ID", "AZURE_TENANT_ID", "AZURE_FEDERATED_TOKEN_FILE", "AZURE_AUTHORITY_HOST",
        "AZURE_TOKEN_CREDENTIALS", "AZURE_CLIENT_CERTIFICATE_PATH", "AZURE_CONFIG_DIR",
        // What all of them heed.
        "HOME", "USERPROFILE", "NO_PROXY", "no_proxy",
    ]

    /// The text of a variable as far as it may be kept; `nil` for every other variable, and for a text that has no business there.
    ///
    /// People put whole files where a path is expected, and a URL may hold a password before its host or a token behind its path.
    public static func text(_ text: String, of name: String) -> String? {
        guard all.contains(name) || name.hasPrefix("AWS_ENDPOINT_URL"), text.utf8.count <= 512 else { return nil }
        var refused: [UInt8] = Array("\n\r{\"".utf8)
        if text.utf8.contains(UInt8(ascii: ":")), !text.hasPrefix("arn:") { refused += Array("@?#".utf8) }
        return text.utf8.contains(where: refused.contains) ? nil : text
    }
}
