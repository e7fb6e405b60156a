import MigrationModel

extension CredentialChain {
    /// The Ruby SDK, which takes the first name of a variable that is there, even if it is empty.
    ///
    /// See [credential providers](https://docs.aws.amazon.com/sdk-for-ruby/latest/developer-guide/credential-providers.html).
    static let ruby = CredentialChain(
        SDKFamily(id: "ruby", name: "AWS SDK for Ruby 3.x", provider: .aws),
        rules: ProfileRules(
            profile: VariableNames(["AWS_PROFILE", "AWS_DEFAULT_PROFILE"], choice: .firstPresent)),
        // Providers raise what they meet, and nothing in the chain rescues it but a missing profile [unverified].
        onFailure: .stops, onRefusal: .stops,
        rows: [
            ChainRow(
                .environment,
                EnvironmentKeys(
                    id: VariableNames(
                        ["AWS_ACCESS_KEY_ID", "AMAZON_ACCESS_KEY_ID", "AWS_ACCESS_KEY"], choice: .firstPresent),
                    secret: VariableNames(
                        ["AWS_SECRET_ACCESS_KEY", "AMAZON_SECRET_ACCESS_KEY", "AWS_SECRET_KEY"], choice: .firstPresent),
                    token: VariableNames(["AWS_SESSION_TOKEN", "AMAZON_SESSION_TOKEN"], choice: .firstPresent),
                    yields: .toProfileInCode),
                "aws-sdk-ruby: credential_provider_chain.rb env_credentials"),
            ChainRow(
                .webIdentity,
                WebIdentityVariables(emptiness: .presence, missingRole: .isIgnored, yieldsToProfileInCode: true),
                "aws-sdk-ruby: credential_provider_chain.rb assume_role_web_identity_credentials"),
            ChainRow(
                .webIdentityProfile, ProfileWebIdentity(),
                "aws-sdk-ruby: credential_provider_chain.rb assume_role_web_identity_credentials"),
            ChainRow(.ssoProfile, ProfileLogin.sso, "aws-sdk-ruby: credential_provider_chain.rb sso_credentials"),
            ChainRow(
                .assumeRoleProfile, ProfileRole(), "aws-sdk-ruby: credential_provider_chain.rb assume_role_credentials"),
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials),
                "aws-sdk-ruby: credential_provider_chain.rb shared_credentials"),
            ChainRow(
                .configFile, SharedFile(file: .config),
                "aws-sdk-ruby: credential_provider_chain.rb shared_credentials"),
            ChainRow(
                .process, CredentialProcess(), "aws-sdk-ruby: credential_provider_chain.rb process_credentials"),
            ChainRow(
                .container, ContainerEndpoint(emptiness: .presence),
                "aws-sdk-ruby: credential_provider_chain.rb instance_profile_credentials"),
            ChainRow(
                .instanceMetadata, InstanceMetadata(insteadOf: ContainerEndpoint(emptiness: .presence)),
                "aws-sdk-ruby: credential_provider_chain.rb instance_profile_credentials"),
        ])
}
