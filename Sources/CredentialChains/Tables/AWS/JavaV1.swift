import MigrationModel

extension CredentialChain {
    /// The first Java SDK, which asks the container endpoint or the node, never both.
    ///
    /// See [working with credentials](https://docs.aws.amazon.com/sdk-for-java/v1/developer-guide/credentials.html).
    static let javaV1 = CredentialChain(
        SDKFamily(id: "java-v1", name: "AWS SDK for Java 1.x", provider: .aws),
        // The chain ignores every exception: AWSCredentialsProviderChain.java.
        onFailure: .movesOn, onRefusal: .movesOn,
        rows: [
            ChainRow(
                .environment,
                EnvironmentKeys(
                    id: VariableNames(["AWS_ACCESS_KEY_ID", "AWS_ACCESS_KEY"], choice: .firstPresent),
                    secret: VariableNames(["AWS_SECRET_KEY", "AWS_SECRET_ACCESS_KEY"], choice: .firstPresent),
                    emptiness: .trimmed),
                "aws-sdk-java: EnvironmentVariableCredentialsProvider.java, SDKGlobalConfiguration.java"),
            ChainRow(
                .systemProperties,
                EnvironmentKeys(
                    id: ["aws.accessKeyId"], secret: ["aws.secretKey"], token: ["aws.sessionToken"],
                    emptiness: .trimmed,
                    inProperties: true),
                "aws-sdk-java: DefaultAWSCredentialsProviderChain.java"),
            ChainRow(.webIdentity, WebIdentityVariables(), "aws-sdk-java: DefaultAWSCredentialsProviderChain.java"),
            ChainRow(
                .assumeRoleProfile, ProfileRole(),
                "aws-sdk-java: ProfileCredentialsProvider.java; order within a profile [unverified]"),
            ChainRow(
                .process, CredentialProcess(),
                "aws-sdk-java: ProfileCredentialsProvider.java; order within a profile [unverified]"),
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials, givesWayToRole: true),
                "aws-sdk-java: DefaultAWSCredentialsProviderChain.java"),
            ChainRow(
                .configFile, SharedFile(file: .config, givesWayToRole: true),
                "aws-sdk-java: DefaultAWSCredentialsProviderChain.java"),
            ChainRow(
                .container, ContainerEndpoint(), "aws-sdk-java: EC2ContainerCredentialsProviderWrapper.java"),
            ChainRow(
                .instanceMetadata, InstanceMetadata(insteadOf: ContainerEndpoint()),
                "aws-sdk-java: EC2ContainerCredentialsProviderWrapper.java"),
        ])
}
