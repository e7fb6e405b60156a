/// One place where SDKs look for credentials; each chain arranges some of them in an order.
public struct CredentialSource: Hashable, Sendable, Codable, RawRepresentable {
    /// Stable name, as reports print it: `environment`, `web-identity`.
    public var rawValue: String

    /// Creates a source with a name.
    public init(rawValue: String) { self.rawValue = rawValue }

    /// What kind of identity a source gives.
    public enum Nature: String, Hashable, Sendable, Codable {
        /// A static key.
        case fixed = "static"
        /// Short-lived credentials of the workload itself.
        case federated
        /// Whatever the node may do.
        case node
        /// A role, a program or a login that something else has to back.
        case indirect
    }
}

extension CredentialSource {
    /// The profile that a variable or code names, which some SDKs want to exist before they look any further.
    public static let namedProfile = CredentialSource(rawValue: "named-profile")
    /// Access keys in environment variables.
    public static let environment = CredentialSource(rawValue: "environment")
    /// Access keys in the properties of a JVM.
    public static let systemProperties = CredentialSource(rawValue: "system-properties")
    /// A web identity token and a role, named by variables: IRSA.
    public static let webIdentity = CredentialSource(rawValue: "web-identity")
    /// A web identity token and a role, named by a profile.
    public static let webIdentityProfile = CredentialSource(rawValue: "web-identity-profile")
    /// A role that another profile or source assumes.
    public static let assumeRoleProfile = CredentialSource(rawValue: "assume-role-profile")
    /// A profile of IAM Identity Center.
    public static let ssoProfile = CredentialSource(rawValue: "sso-profile")
    /// A profile of `aws login`.
    public static let loginProfile = CredentialSource(rawValue: "login-profile")
    /// A program that prints credentials.
    public static let process = CredentialSource(rawValue: "credential-process")
    /// Access keys in the shared credentials file.
    public static let credentialsFile = CredentialSource(rawValue: "shared-credentials-file")
    /// Access keys in the shared config file.
    public static let configFile = CredentialSource(rawValue: "shared-config-file")
    /// Access keys in the file of the first EC2 tools, which AWS_CREDENTIAL_FILE names.
    public static let legacyCredentialFile = CredentialSource(rawValue: "ec2-credential-file")
    /// Access keys in a file of boto 2.
    public static let botoFile = CredentialSource(rawValue: "boto2-file")
    /// The container credentials endpoint: EKS Pod Identity, ECS.
    public static let container = CredentialSource(rawValue: "container-endpoint")
    /// The instance metadata service: the role of the node.
    public static let instanceMetadata = CredentialSource(rawValue: "instance-metadata")
    /// The file that GOOGLE_APPLICATION_CREDENTIALS names.
    public static let applicationCredentials = CredentialSource(rawValue: "application-credentials-file")
    /// The file that `gcloud` leaves in the configuration folder.
    public static let wellKnownFile = CredentialSource(rawValue: "gcloud-well-known-file")
    /// The metadata server of Google Cloud: the workload's identity on GKE, or the node's.
    public static let googleMetadata = CredentialSource(rawValue: "google-metadata-server")
    /// A client secret in environment variables.
    public static let clientSecret = CredentialSource(rawValue: "environment-client-secret")
    /// A client certificate that environment variables name.
    public static let clientCertificate = CredentialSource(rawValue: "environment-client-certificate")
    /// User name and password in environment variables.
    public static let userPassword = CredentialSource(rawValue: "environment-user-password")
    /// A federated token file: AKS Workload Identity.
    public static let azureWorkloadIdentity = CredentialSource(rawValue: "azure-workload-identity")
    /// The managed identity of the node.
    public static let managedIdentity = CredentialSource(rawValue: "managed-identity")
    /// Logins of developer tools, which a container does not have.
    public static let developerTools = CredentialSource(rawValue: "developer-tools")
}
