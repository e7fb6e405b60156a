import MigrationModel

extension CredentialChain {
    /// The third JavaScript SDK under Node.js, which passes over keys in variables when AWS_PROFILE is set.
    ///
    /// See [credential providers](https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/setting-credentials-node.html).
    static let javaScriptV3 = CredentialChain(
        SDKFamily(id: "javascript-v3", name: "AWS SDK for JavaScript 3.x", provider: .aws),
        // Providers that hold nothing move on; what STS refuses is no such error, and stops [unverified].
        onFailure: .movesOn, onRefusal: .stops,
        rows: [
            ChainRow(
                .environment, EnvironmentKeys(yields: .toAnyProfile),
                "@aws-sdk/credential-provider-node: defaultProvider"),
            // Credentials of IAM Identity Center come here only when code asks for them.
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials), "@aws-sdk/credential-provider-node: defaultProvider"),
            ChainRow(.configFile, SharedFile(file: .config), "@aws-sdk/credential-provider-node: defaultProvider"),
            ChainRow(.process, CredentialProcess(), "@aws-sdk/credential-provider-node: defaultProvider"),
            // A missing token file is met only when the token is read [unverified].
            ChainRow(
                .webIdentity, WebIdentityVariables(missingRole: .isIgnored),
                "@aws-sdk/credential-provider-node: defaultProvider", onFailure: .stops),
            ChainRow(.container, ContainerEndpoint(), "@aws-sdk/credential-provider-node: remoteProvider"),
            ChainRow(
                .instanceMetadata, InstanceMetadata(insteadOf: ContainerEndpoint()),
                "@aws-sdk/credential-provider-node: remoteProvider"),
        ])
}
