import MigrationModel

extension CredentialChain {
    /// The Rust SDK, where the profile comes before IRSA, and a blank variable is one that is not set.
    ///
    /// See [credential providers](https://docs.aws.amazon.com/sdk-for-rust/latest/dg/credproviders.html).
    static let rust = CredentialChain(
        SDKFamily(id: "rust", name: "AWS SDK for Rust", provider: .aws),
        // Only "not loaded" moves on; every other error stops.
        onFailure: .stops, onRefusal: .stops,
        rows: [
            ChainRow(
                .environment,
                EnvironmentKeys(secret: ["AWS_SECRET_ACCESS_KEY", "SECRET_ACCESS_KEY"], emptiness: .trimmed),
                "smithy-rs: aws/rust-runtime/aws-config/src/default_provider/credentials.rs"),
            ChainRow(
                .assumeRoleProfile, ProfileRole(),
                "smithy-rs: aws/rust-runtime/aws-config/src/profile/credentials/repr.rs; order within a profile [unverified]"
            ),
            ChainRow(
                .webIdentityProfile, ProfileWebIdentity(),
                "smithy-rs: aws/rust-runtime/aws-config/src/profile/credentials/repr.rs; order within a profile [unverified]"
            ),
            ChainRow(
                .ssoProfile, ProfileLogin.sso,
                "smithy-rs: aws/rust-runtime/aws-config/src/profile/credentials/repr.rs; order within a profile [unverified]"
            ),
            ChainRow(
                .process, CredentialProcess(),
                "smithy-rs: aws/rust-runtime/aws-config/src/profile/credentials/repr.rs; order within a profile [unverified]"
            ),
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials, givesWayToRole: true),
                "smithy-rs: aws/rust-runtime/aws-config/src/default_provider/credentials.rs"),
            ChainRow(
                .configFile, SharedFile(file: .config, givesWayToRole: true),
                "smithy-rs: aws/rust-runtime/aws-config/src/default_provider/credentials.rs"),
            ChainRow(
                .webIdentity, WebIdentityVariables(),
                "smithy-rs: aws/rust-runtime/aws-config/src/default_provider/credentials.rs"),
            ChainRow(
                .container, ContainerEndpoint(),
                "smithy-rs: aws/rust-runtime/aws-config/src/default_provider/credentials.rs"),
            ChainRow(
                .instanceMetadata, InstanceMetadata(),
                "smithy-rs: aws/rust-runtime/aws-config/src/default_provider/credentials.rs"),
        ])
}
