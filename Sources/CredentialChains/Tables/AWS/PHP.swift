import MigrationModel

extension CredentialChain {
    /// The PHP SDK, which looks for a program and then for keys in each file, and moves on from every rejection.
    ///
    /// See [default credential provider chain](https://docs.aws.amazon.com/sdk-for-php/v3/developer-guide/guide_credentials_default_chain.html).
    static let php = CredentialChain(
        SDKFamily(id: "php", name: "AWS SDK for PHP 3.x", provider: .aws),
        // The config file is read from HOME only.
        rules: ProfileRules(configLocator: nil),
        onFailure: .movesOn, onRefusal: .movesOn,
        rows: [
            ChainRow(.environment, EnvironmentKeys(), "aws-sdk-php: src/Credentials/CredentialProvider.php env"),
            ChainRow(
                .webIdentity, WebIdentityVariables(),
                "aws-sdk-php: src/Credentials/CredentialProvider.php assumeRoleWithWebIdentityCredentialProvider"),
            ChainRow(
                .webIdentityProfile, ProfileWebIdentity(),
                "aws-sdk-php: src/Credentials/CredentialProvider.php assumeRoleWithWebIdentityCredentialProvider"),
            ChainRow(.ssoProfile, ProfileLogin.sso, "aws-sdk-php: src/Credentials/CredentialProvider.php sso"),
            ChainRow(
                .process, CredentialProcess(file: .credentials),
                "aws-sdk-php: src/Credentials/CredentialProvider.php process"),
            ChainRow(
                .assumeRoleProfile, ProfileRole(),
                "aws-sdk-php: src/Credentials/CredentialProvider.php ini, loadRoleProfile"),
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials, emptiness: .presence, givesWayToRole: true),
                "aws-sdk-php: src/Credentials/CredentialProvider.php ini"),
            ChainRow(
                .process, CredentialProcess(file: .config),
                "aws-sdk-php: src/Credentials/CredentialProvider.php process"),
            ChainRow(
                .configFile, SharedFile(file: .config, emptiness: .presence, givesWayToRole: true, needsPrefix: true),
                "aws-sdk-php: src/Credentials/CredentialProvider.php ini"),
            ChainRow(
                .container, ContainerEndpoint(), "aws-sdk-php: src/Credentials/CredentialProvider.php defaultProvider"),
            ChainRow(
                .instanceMetadata, InstanceMetadata(insteadOf: ContainerEndpoint()),
                "aws-sdk-php: src/Credentials/CredentialProvider.php defaultProvider"),
        ])
}
