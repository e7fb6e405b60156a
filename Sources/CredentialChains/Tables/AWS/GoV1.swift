import MigrationModel

extension CredentialChain {
    /// The first Go SDK, which opens the config file only when AWS_SDK_LOAD_CONFIG is set.
    ///
    /// See [sessions](https://docs.aws.amazon.com/sdk-for-go/v1/developer-guide/configuring-sdk.html).
    static let goV1 = CredentialChain(
        SDKFamily(id: "go-v1", name: "AWS SDK for Go 1.x", provider: .aws),
        rules: ProfileRules(profile: ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"], configNeeds: "AWS_SDK_LOAD_CONFIG"),
        onFailure: .stops, onRefusal: .stops,
        rows: [
            ChainRow(
                .environment,
                EnvironmentKeys(
                    id: ["AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY"], secret: ["AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY"],
                    yields: .toProfileInCode),
                "aws-sdk-go: aws/session/env_config.go"),
            ChainRow(
                .webIdentity, WebIdentityVariables(yieldsToProfileInCode: true),
                "aws-sdk-go: aws/session/credentials.go"),
            ChainRow(
                .assumeRoleProfile, ProfileRole(backing: .sourceProfile), "aws-sdk-go: aws/session/credentials.go"),
            ChainRow(.credentialsFile, SharedFile(file: .credentials), "aws-sdk-go: aws/session/credentials.go"),
            ChainRow(.configFile, SharedFile(file: .config), "aws-sdk-go: aws/session/credentials.go"),
            ChainRow(
                .assumeRoleProfile, ProfileRole(backing: .credentialSource), "aws-sdk-go: aws/session/credentials.go"),
            ChainRow(.webIdentityProfile, ProfileWebIdentity(), "aws-sdk-go: aws/session/credentials.go"),
            ChainRow(.ssoProfile, ProfileLogin.sso, "aws-sdk-go: aws/session/credentials.go"),
            ChainRow(.process, CredentialProcess(), "aws-sdk-go: aws/session/credentials.go"),
            ChainRow(
                .container, ContainerEndpoint(variables: [ContainerEndpoint.full, ContainerEndpoint.relative]),
                "aws-sdk-go: aws/defaults/defaults.go"),
            ChainRow(.instanceMetadata, InstanceMetadata(), "aws-sdk-go: aws/defaults/defaults.go"),
        ])
}
