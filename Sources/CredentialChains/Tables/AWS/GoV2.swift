import MigrationModel

extension CredentialChain {
    /// The second Go SDK, which loads nothing at all when AWS_PROFILE names a profile that is not there.
    ///
    /// See [configure the SDK](https://docs.aws.amazon.com/sdk-for-go/v2/developer-guide/configure-gosdk.html).
    static let goV2 = CredentialChain(
        SDKFamily(id: "go-v2", name: "AWS SDK for Go 2.x", provider: .aws),
        rules: ProfileRules(profile: ["AWS_PROFILE", "AWS_DEFAULT_PROFILE"]),
        onFailure: .stops, onRefusal: .stops,
        rows: [
            ChainRow(
                .namedProfile, RequiredProfile(variables: ["AWS_PROFILE"]),
                "aws-sdk-go-v2: config/config.go resolveConfigLoaders"),
            ChainRow(
                .environment,
                EnvironmentKeys(
                    id: ["AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY"], secret: ["AWS_SECRET_ACCESS_KEY", "AWS_SECRET_KEY"],
                    yields: .toProfileInCode),
                "aws-sdk-go-v2: config/env_config.go, config/resolve_credentials.go"),
            ChainRow(
                .webIdentity, WebIdentityVariables(yieldsToProfileInCode: true),
                "aws-sdk-go-v2: config/resolve_credentials.go resolveCredentialChain"),
            ChainRow(
                .assumeRoleProfile, ProfileRole(backing: .sourceProfile),
                "aws-sdk-go-v2: config/resolve_credentials.go resolveCredsFromProfile"),
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials),
                "aws-sdk-go-v2: config/resolve_credentials.go resolveCredsFromProfile"),
            ChainRow(
                .configFile, SharedFile(file: .config),
                "aws-sdk-go-v2: config/resolve_credentials.go resolveCredsFromProfile"),
            ChainRow(
                .assumeRoleProfile, ProfileRole(backing: .credentialSource),
                "aws-sdk-go-v2: config/resolve_credentials.go resolveCredsFromProfile"),
            ChainRow(
                .webIdentityProfile, ProfileWebIdentity(),
                "aws-sdk-go-v2: config/resolve_credentials.go resolveCredsFromProfile"),
            ChainRow(
                .ssoProfile, ProfileLogin.sso, "aws-sdk-go-v2: config/resolve_credentials.go resolveCredsFromProfile"),
            ChainRow(
                .process, CredentialProcess(), "aws-sdk-go-v2: config/resolve_credentials.go resolveCredsFromProfile"),
            ChainRow(
                .container, ContainerEndpoint(variables: [ContainerEndpoint.full, ContainerEndpoint.relative]),
                "aws-sdk-go-v2: config/resolve_credentials.go resolveCredsFromProfile"),
            ChainRow(
                .instanceMetadata, InstanceMetadata(),
                "aws-sdk-go-v2: config/resolve_credentials.go resolveEC2RoleCredentials"),
        ])
}
