import MigrationModel

extension CredentialChain {
    /// boto3, and the AWS CLI, whose version 2 brings a fork of botocore along ([unverified] for that one).
    ///
    /// Compared with the library itself in `BotocoreTests`; each provider is described in the
    /// [guide](https://boto3.amazonaws.com/v1/documentation/api/latest/guide/credentials.html).
    static let boto3 = CredentialChain(
        SDKFamily(id: "boto3", name: "AWS SDK for Python (boto3) and AWS CLI", provider: .aws),
        rules: ProfileRules(
            profile: VariableNames(["AWS_DEFAULT_PROFILE", "AWS_PROFILE"], choice: .firstPresent),
            profileEmptiness: .presence, locatorEmptiness: .presence),
        onFailure: .stops, onRefusal: .stops,
        rows: [
            ChainRow(.namedProfile, RequiredProfile(), "botocore: botocore/session.py get_scoped_config"),
            ChainRow(
                .environment,
                EnvironmentKeys(
                    token: ["AWS_SECURITY_TOKEN", "AWS_SESSION_TOKEN"], half: .failsWithoutSecret,
                    yields: .toProfileInCode),
                "botocore: botocore/credentials.py EnvProvider"),
            ChainRow(
                .assumeRoleProfile, ProfileRole(emptiness: .presence),
                "botocore: botocore/credentials.py AssumeRoleProvider"),
            ChainRow(
                .webIdentity,
                WebIdentityVariables(missingRole: .isLookedUpInProfile, yieldsToProfileInCode: true),
                "botocore: botocore/credentials.py AssumeRoleWithWebIdentityProvider"),
            ChainRow(
                .webIdentityProfile, ProfileWebIdentity(mixesWithVariables: true),
                "botocore: botocore/credentials.py AssumeRoleWithWebIdentityProvider"),
            ChainRow(.ssoProfile, ProfileLogin.sso, "botocore: botocore/credentials.py SSOProvider"),
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials, emptiness: .presence, half: .failsWithoutSecret),
                "botocore: botocore/credentials.py SharedCredentialProvider"),
            ChainRow(.loginProfile, ProfileLogin.login, "botocore: botocore/credentials.py LoginProvider"),
            ChainRow(
                .process, CredentialProcess(emptiness: .presence), "botocore: botocore/credentials.py ProcessProvider"),
            ChainRow(
                .configFile, SharedFile(file: .config, emptiness: .presence, half: .failsWithoutSecret),
                "botocore: botocore/credentials.py ConfigProvider"),
            ChainRow(
                .legacyCredentialFile, LegacyCredentialFile(), "botocore: botocore/credentials.py OriginalEC2Provider"),
            ChainRow(.botoFile, Boto2File(), "botocore: botocore/credentials.py BotoProvider"),
            ChainRow(
                .container, ContainerEndpoint(emptiness: .presence),
                "botocore: botocore/credentials.py ContainerProvider"),
            ChainRow(
                .instanceMetadata, InstanceMetadata(), "botocore: botocore/credentials.py InstanceMetadataProvider"),
        ])
}
