import MigrationModel

extension CredentialChain {
    /// The second Java SDK, which swallows every exception, so that a refused role of IRSA silently becomes the node's.
    ///
    /// See [default credentials provider chain](https://docs.aws.amazon.com/sdk-for-java/latest/developer-guide/credentials-chain.html).
    static let javaV2 = CredentialChain(
        SDKFamily(id: "java-v2", name: "AWS SDK for Java 2.x", provider: .aws),
        onFailure: .movesOn, onRefusal: .movesOn,
        rows: [
            ChainRow(
                .systemProperties,
                EnvironmentKeys(
                    id: ["aws.accessKeyId"], secret: ["aws.secretAccessKey"], token: ["aws.sessionToken"],
                    emptiness: .trimmed, inProperties: true),
                "aws-sdk-java-v2: core/auth DefaultCredentialsProvider.java; name of the secret [unverified]"),
            ChainRow(
                .environment, EnvironmentKeys(emptiness: .trimmed),
                "aws-sdk-java-v2: core/auth DefaultCredentialsProvider.java"),
            ChainRow(
                .webIdentity, WebIdentityVariables(), "aws-sdk-java-v2: core/auth DefaultCredentialsProvider.java"),
            ChainRow(
                .webIdentityProfile, ProfileWebIdentity(), "aws-sdk-java-v2: core/auth ProfileCredentialsUtils.java"),
            ChainRow(.ssoProfile, ProfileLogin.sso, "aws-sdk-java-v2: core/auth ProfileCredentialsUtils.java"),
            ChainRow(.assumeRoleProfile, ProfileRole(), "aws-sdk-java-v2: core/auth ProfileCredentialsUtils.java"),
            ChainRow(.process, CredentialProcess(), "aws-sdk-java-v2: core/auth ProfileCredentialsUtils.java"),
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials, givesWayToRole: true),
                "aws-sdk-java-v2: core/auth DefaultCredentialsProvider.java"),
            ChainRow(
                .configFile, SharedFile(file: .config, givesWayToRole: true),
                "aws-sdk-java-v2: core/auth DefaultCredentialsProvider.java"),
            ChainRow(.container, ContainerEndpoint(), "aws-sdk-java-v2: core/auth DefaultCredentialsProvider.java"),
            ChainRow(
                .instanceMetadata, InstanceMetadata(), "aws-sdk-java-v2: core/auth DefaultCredentialsProvider.java"),
        ])
}
