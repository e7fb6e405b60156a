import MigrationModel

extension CredentialChain {
    /// The Kotlin SDK; its API reference says this order, its developer guide puts the files second.
    ///
    /// See [default provider chain](https://docs.aws.amazon.com/sdk-for-kotlin/latest/developer-guide/credential-providers.html).
    static let kotlin = CredentialChain(
        SDKFamily(id: "kotlin", name: "AWS SDK for Kotlin", provider: .aws),
        // What it does about failures is [unverified]; it is built as the Java SDK is.
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
                .credentialsFile, SharedFile(file: .credentials),
                "Kotlin API reference, DefaultChainCredentialsProvider; the developer guide differs"),
            ChainRow(
                .configFile, SharedFile(file: .config),
                "Kotlin API reference, DefaultChainCredentialsProvider; the developer guide differs"),
            ChainRow(.container, ContainerEndpoint(), "Kotlin API reference, DefaultChainCredentialsProvider"),
            ChainRow(.instanceMetadata, InstanceMetadata(), "Kotlin API reference, DefaultChainCredentialsProvider"),
        ])
}
