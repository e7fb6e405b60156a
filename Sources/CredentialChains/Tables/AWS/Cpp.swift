import MigrationModel

extension CredentialChain {
    /// The C++ SDK, where files come before IRSA, and a provider that fails is one that gives empty keys.
    ///
    /// See [credential providers](https://docs.aws.amazon.com/sdk-for-cpp/v1/developer-guide/credproviders.html).
    static let cpp = CredentialChain(
        SDKFamily(id: "cpp", name: "AWS SDK for C++", provider: .aws),
        onFailure: .movesOn, onRefusal: .movesOn,
        rows: [
            ChainRow(.environment, EnvironmentKeys(), "aws-sdk-cpp: AWSCredentialsProviderChain.cpp"),
            ChainRow(.credentialsFile, SharedFile(file: .credentials), "aws-sdk-cpp: AWSCredentialsProviderChain.cpp"),
            ChainRow(.configFile, SharedFile(file: .config), "aws-sdk-cpp: AWSCredentialsProviderChain.cpp"),
            ChainRow(.process, CredentialProcess(), "aws-sdk-cpp: AWSCredentialsProviderChain.cpp"),
            ChainRow(.webIdentity, WebIdentityVariables(), "aws-sdk-cpp: AWSCredentialsProviderChain.cpp"),
            ChainRow(.ssoProfile, ProfileLogin.sso, "aws-sdk-cpp: AWSCredentialsProviderChain.cpp"),
            ChainRow(.container, ContainerEndpoint(), "aws-sdk-cpp: AWSCredentialsProviderChain.cpp"),
            ChainRow(
                .instanceMetadata, InstanceMetadata(insteadOf: ContainerEndpoint()),
                "aws-sdk-cpp: AWSCredentialsProviderChain.cpp"),
        ])
}
