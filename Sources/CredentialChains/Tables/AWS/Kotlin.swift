import MigrationModel

extension CredentialChain {
    /// The Kotlin SDK; its API reference says this order, its developer guide puts the files second.
    ///
    /// See [default provider chain](https://docs.aws.amazon.com/sdk-for-kotlin/latest/developer-guide/credential-providers.html).
    static let kotlin = CredentialChain(
        SDKFamily(id: "kotlin", name: "AWS SDK for Kotlin", provider: .aws),
        // The chain suppresses what its providers throw: CredentialsProviderChain.kt of smithy-kotlin.
        onFailure: .movesOn, onRefusal: .movesOn,
        rows: [
            ChainRow(
                .systemProperties,
                EnvironmentKeys(
                    id: ["aws.accessKeyId"], secret: ["aws.secretAccessKey"], token: ["aws.sessionToken"],
                    inProperties: true),
                "Kotlin API reference, DefaultChainCredentialsProvider; names [unverified]"),
            ChainRow(.environment, EnvironmentKeys(), "Kotlin API reference, DefaultChainCredentialsProvider"),
            ChainRow(.webIdentity, WebIdentityVariables(), "Kotlin API reference, DefaultChainCredentialsProvider"),
            ChainRow(
                .assumeRoleProfile, ProfileRole(),
                "Kotlin API reference, DefaultChainCredentialsProvider; order within a profile [unverified]"),
            ChainRow(
                .webIdentityProfile, ProfileWebIdentity(),
                "Kotlin API reference, DefaultChainCredentialsProvider; order within a profile [unverified]"),
            ChainRow(
                .ssoProfile, ProfileLogin.sso,
                "Kotlin API reference, DefaultChainCredentialsProvider; order within a profile [unverified]"),
            ChainRow(
                .process, CredentialProcess(),
                "Kotlin API reference, DefaultChainCredentialsProvider; order within a profile [unverified]"),
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials, givesWayToRole: true),
                "Kotlin API reference, DefaultChainCredentialsProvider; the developer guide differs"),
            ChainRow(
                .configFile, SharedFile(file: .config, givesWayToRole: true),
                "Kotlin API reference, DefaultChainCredentialsProvider; the developer guide differs"),
            ChainRow(.container, ContainerEndpoint(), "Kotlin API reference, DefaultChainCredentialsProvider"),
            ChainRow(.instanceMetadata, InstanceMetadata(), "Kotlin API reference, DefaultChainCredentialsProvider"),
        ])
}
