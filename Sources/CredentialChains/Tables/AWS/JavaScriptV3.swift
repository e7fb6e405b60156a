import MigrationModel

extension CredentialChain {
    /// The third JavaScript SDK under Node.js, which passes over keys in variables when AWS_PROFILE is set.
    ///
    /// See [credential providers](https://docs.aws.amazon.com/sdk-for-javascript/v3/developer-guide/setting-credentials-node.html).
    static let javaScriptV3 = CredentialChain(
        SDKFamily(id: "javascript-v3", name: "AWS SDK for JavaScript 3.x", provider: .aws),
        // Only an error that says so moves on to the next provider; what STS refuses does not [unverified].
        onFailure: .movesOn, onRefusal: .stops,
        rows: [
            ChainRow(
                .environment, EnvironmentKeys(yields: .toAnyProfile),
                "@aws-sdk/credential-provider-node: defaultProvider"),
            ChainRow(.assumeRoleProfile, ProfileRole(), "@aws-sdk/credential-provider-ini: resolveProfileData.ts"),
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials, givesWayToRole: true),
                "@aws-sdk/credential-provider-node: defaultProvider"),
            ChainRow(
                .configFile, SharedFile(file: .config, givesWayToRole: true),
                "@aws-sdk/credential-provider-node: defaultProvider"),
            ChainRow(
                .webIdentityProfile, ProfileWebIdentity(), "@aws-sdk/credential-provider-ini: resolveProfileData.ts"),
            ChainRow(.process, CredentialProcess(), "@aws-sdk/credential-provider-node: defaultProvider"),
            ChainRow(.ssoProfile, ProfileLogin.sso, "@aws-sdk/credential-provider-ini: resolveProfileData.ts"),
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
