import MigrationModel

extension CredentialChain {
    /// The AWS SDK for Swift, of which only the first two steps have been read.
    ///
    /// See [credential providers](https://docs.aws.amazon.com/sdk-for-swift/latest/developer-guide/credential-providers.html).
    static let swiftAWS = CredentialChain(
        SDKFamily(id: "swift", name: "AWS SDK for Swift", provider: .aws),
        // What it does about failures is [unverified]; moving on is what leads to the node unseen.
        onFailure: .movesOn, onRefusal: .movesOn,
        rows: [
            ChainRow(.environment, EnvironmentKeys(), "AWS SDK for Swift developer guide, credential-providers"),
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials),
                "AWS SDK for Swift developer guide, credential-providers"),
            ChainRow(
                .configFile, SharedFile(file: .config), "AWS SDK for Swift developer guide, credential-providers"),
            ChainRow(
                .webIdentity, WebIdentityVariables(),
                "AWS SDK for Swift developer guide, credential-providers; order [unverified]"),
            ChainRow(
                .container, ContainerEndpoint(),
                "AWS SDK for Swift developer guide, credential-providers; order [unverified]"),
            ChainRow(
                .instanceMetadata, InstanceMetadata(),
                "AWS SDK for Swift developer guide, credential-providers; order [unverified]"),
        ])
}
