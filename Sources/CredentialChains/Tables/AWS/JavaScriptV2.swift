import MigrationModel

extension CredentialChain {
    /// The second JavaScript SDK under Node.js, where files and the container endpoint come before IRSA.
    ///
    /// Without AWS_SDK_LOAD_CONFIG it neither opens the config file nor heeds AWS_SHARED_CREDENTIALS_FILE. See [setting credentials](https://docs.aws.amazon.com/sdk-for-javascript/v2/developer-guide/setting-credentials-node.html).
    static let javaScriptV2 = CredentialChain(
        SDKFamily(id: "javascript-v2", name: "AWS SDK for JavaScript 2.x", provider: .aws),
        rules: ProfileRules(configNeeds: "AWS_SDK_LOAD_CONFIG", credentialsLocatorNeeds: "AWS_SDK_LOAD_CONFIG"),
        onFailure: .movesOn, onRefusal: .movesOn,
        rows: [
            ChainRow(.environment, EnvironmentKeys(), "aws-sdk-js: lib/node_loader.js"),
            ChainRow(
                .environment,
                EnvironmentKeys(
                    id: ["AMAZON_ACCESS_KEY_ID"], secret: ["AMAZON_SECRET_ACCESS_KEY"], token: ["AMAZON_SESSION_TOKEN"]),
                "aws-sdk-js: lib/node_loader.js"),
            ChainRow(
                .assumeRoleProfile, ProfileRole(backing: .sourceProfile),
                "aws-sdk-js: lib/credentials/shared_ini_file_credentials.js"),
            ChainRow(
                .credentialsFile, SharedFile(file: .credentials, givesWayToRole: true), "aws-sdk-js: lib/node_loader.js"
            ),
            ChainRow(.configFile, SharedFile(file: .config, givesWayToRole: true), "aws-sdk-js: lib/node_loader.js"),
            ChainRow(
                .container,
                ContainerEndpoint(
                    hosts: HostList(
                        hosts: ["localhost", "127.0.0.1", "169.254.170.23"], loopback: false, secureAnywhere: false)),
                "aws-sdk-js: lib/credentials/remote_credentials.js"),
            ChainRow(.process, CredentialProcess(), "aws-sdk-js: lib/node_loader.js"),
            ChainRow(.webIdentity, WebIdentityVariables(), "aws-sdk-js: lib/node_loader.js"),
            ChainRow(.instanceMetadata, InstanceMetadata(), "aws-sdk-js: lib/node_loader.js"),
        ])
}
