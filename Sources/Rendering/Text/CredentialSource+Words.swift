import MigrationModel

extension CredentialSource {
    /// The place in plain words; its own name where it is a newer one.
    var words: String { Self.names[self] ?? rawValue }

    private static let names: [CredentialSource: String] = [
        .environment: "environment variables",
        .systemProperties: "JVM properties",
        .webIdentity: "web identity token (IRSA)",
        .webIdentityProfile: "web identity token of a profile",
        .assumeRoleProfile: "profile that assumes a role",
        .ssoProfile: "IAM Identity Center profile",
        .process: "credential process",
        .credentialsFile: "shared credentials file",
        .configFile: "shared config file",
        .botoFile: "boto 2 file",
        .container: "container endpoint (EKS Pod Identity)",
        .instanceMetadata: "metadata of the node",
        .applicationCredentials: "GOOGLE_APPLICATION_CREDENTIALS file",
        .wellKnownFile: "file that gcloud left",
        .googleMetadata: "Google metadata server",
        .clientSecret: "client secret in variables",
        .clientCertificate: "client certificate",
        .userPassword: "user name and password in variables",
        .azureWorkloadIdentity: "federated token (AKS Workload Identity)",
        .managedIdentity: "managed identity of the node",
        .developerTools: "logins of developer tools",
        .namedProfile: "profile that a variable names",
        .loginProfile: "profile of aws login",
        .legacyCredentialFile: "file of the first EC2 tools",
    ]
}

extension CredentialSource.Nature {
    /// Whose credentials these are.
    var words: String {
        switch self {
        case .fixed: "static key"
        case .federated: "the workload's own identity"
        case .node: "the node's role"
        case .indirect: "credentials that something else has to back"
        }
    }
}

extension CredentialOutcome {
    /// What an SDK ends up with: `static key, from environment variables`.
    var words: String {
        switch self {
        case .uses(let source, let nature): "\(nature.words), from \(source.words)"
        case .fails(let source): "an error: \(source.words) fails, and the SDK looks no further"
        case .nothing: "nothing, since no place holds credentials"
        }
    }
}

extension Provider {
    /// The cloud as people call it.
    var words: String {
        switch self {
        case .aws: "AWS"
        case .google: "Google Cloud"
        case .azure: "Azure"
        }
    }
}
