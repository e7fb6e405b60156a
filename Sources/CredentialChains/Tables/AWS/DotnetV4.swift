import MigrationModel

extension CredentialChain {
    /// The fourth .NET SDK, in which keys in variables come first, and a named profile must exist.
    ///
    /// See [credential resolution](https://docs.aws.amazon.com/sdk-for-net/v4/developer-guide/creds-assign.html).
    static let dotnetV4 = CredentialChain(
        SDKFamily(id: "dotnet-v4", name: "AWS SDK for .NET 4.x", provider: .aws),
        // Only the construction of credentials is tried one after the other; a refusal comes later.
        onFailure: .movesOn, onRefusal: .stops,
        rows: [
            ChainRow(
                .environment, EnvironmentKeys(secret: ["AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY"]),
                "aws-sdk-net: DefaultAWSCredentialsIdentityResolver.cs"),
            // A missing token file is met only when the token is read [unverified].
            ChainRow(
                .webIdentity, WebIdentityVariables(missingRole: .isIgnored),
                "aws-sdk-net: DefaultAWSCredentialsIdentityResolver.cs", onFailure: .stops),
            ChainRow(
                .namedProfile, RequiredProfile(), "aws-sdk-net: DefaultAWSCredentialsIdentityResolver.cs",
                onFailure: .stops),
            ChainRow(
                .assumeRoleProfile, ProfileRole(),
                "aws-sdk-net: DefaultAWSCredentialsIdentityResolver.cs, CredentialProfile; order within a profile [unverified]"
            ),
            ChainRow(
                .process, CredentialProcess(),
                "aws-sdk-net: DefaultAWSCredentialsIdentityResolver.cs, CredentialProfile; order within a profile [unverified]"
            ),
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials, givesWayToRole: true),
                "aws-sdk-net: DefaultAWSCredentialsIdentityResolver.cs"),
            ChainRow(
                .configFile, SharedFile(file: .config, givesWayToRole: true),
                "aws-sdk-net: DefaultAWSCredentialsIdentityResolver.cs"),
            ChainRow(.container, ContainerEndpoint(), "aws-sdk-net: DefaultAWSCredentialsIdentityResolver.cs"),
            ChainRow(
                .instanceMetadata, InstanceMetadata(insteadOf: ContainerEndpoint()),
                "aws-sdk-net: DefaultAWSCredentialsIdentityResolver.cs"),
        ])
}
