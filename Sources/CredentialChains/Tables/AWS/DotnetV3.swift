import MigrationModel

extension CredentialChain {
    /// The third .NET SDK, the only one in which IRSA comes before keys in variables.
    ///
    /// See [credential resolution](https://docs.aws.amazon.com/sdk-for-net/v3/developer-guide/creds-assign.html), which leaves IRSA out.
    static let dotnetV3 = CredentialChain(
        SDKFamily(id: "dotnet-v3", name: "AWS SDK for .NET 3.x", provider: .aws),
        // Only the construction of credentials is tried one after the other; a refusal comes later.
        onFailure: .movesOn, onRefusal: .stops,
        rows: [
            // A missing token file is met only when the token is read [unverified].
            ChainRow(
                .webIdentity, WebIdentityVariables(missingRole: .isIgnored),
                "aws-sdk-net: FallbackCredentialsFactory.cs", onFailure: .stops),
            ChainRow(
                .assumeRoleProfile, ProfileRole(),
                "aws-sdk-net: FallbackCredentialsFactory.cs, CredentialProfile; order within a profile [unverified]"),
            ChainRow(
                .process, CredentialProcess(),
                "aws-sdk-net: FallbackCredentialsFactory.cs, CredentialProfile; order within a profile [unverified]"),
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials, givesWayToRole: true),
                "aws-sdk-net: FallbackCredentialsFactory.cs"),
            ChainRow(
                .configFile, SharedFile(file: .config, givesWayToRole: true),
                "aws-sdk-net: FallbackCredentialsFactory.cs"),
            ChainRow(
                .environment, EnvironmentKeys(secret: ["AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY"]),
                "aws-sdk-net: FallbackCredentialsFactory.cs"),
            ChainRow(.container, ContainerEndpoint(), "aws-sdk-net: FallbackCredentialsFactory.cs"),
            ChainRow(
                .instanceMetadata, InstanceMetadata(insteadOf: ContainerEndpoint()),
                "aws-sdk-net: FallbackCredentialsFactory.cs"),
        ])
}
