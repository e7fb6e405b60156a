import MigrationModel

extension CredentialSource {
    /// The source in a sentence: "the key in environment variables".
    var words: String { Self.all[self] ?? rawValue }

    private static let all: [CredentialSource: String] = [
        .environment: "the key in environment variables",
        .systemProperties: "the key in JVM properties",
        .credentialsFile: "the key in the shared credentials file",
        .configFile: "the key in the shared config file",
        .botoFile: "the key in the boto 2 file",
        .assumeRoleProfile: "the profile that assumes a role",
        .process: "the profile that runs a program",
        .applicationCredentials: "the key file that GOOGLE_APPLICATION_CREDENTIALS names",
        .wellKnownFile: "the key file of gcloud",
        .clientSecret: "AZURE_CLIENT_SECRET",
        .clientCertificate: "the client certificate",
        .userPassword: "the user name and password",
    ]
}
