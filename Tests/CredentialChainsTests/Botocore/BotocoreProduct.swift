/// Every combination of what a container can hold in each place where botocore looks.
enum BotocoreProduct {
    private typealias Variables = [String: String]
    private typealias File = BotocoreCase.File
    private typealias Section = BotocoreCase.Section

    static let base = ["HOME": "{root}/home", "AWS_EC2_METADATA_DISABLED": "true", "AWS_DEFAULT_REGION": "eu-west-1"]
    static let credentialsPath = "{root}/home/.aws/credentials"
    static let configPath = "{root}/home/.aws/config"
    static let process = #"/bin/echo '{"Version":1,"AccessKeyId":"k","SecretAccessKey":"s"}'"#

    private static let profiles: [Variables] = [[:], ["AWS_PROFILE": "named"], ["AWS_PROFILE": "gone"]]

    private static let credentialsFiles: [[Section]?] = [
        nil,
        [Section("default", ["aws_access_key_id": "k", "aws_secret_access_key": "s"])],
        [Section("default", ["aws_access_key_id": "", "aws_secret_access_key": ""]), Section("named", [:])],
        [Section("default", ["region": "eu-west-1"]), Section("named", ["aws_secret_access_key": "s"])],
        [Section("named", ["aws_access_key_id": "k", "aws_secret_access_key": "s"])],
        [Section("default", ["aws_access_key_id": "k"]), Section("named", ["aws_access_key_id": "k"])],
    ]

    private static let configFiles: [[Section]?] = [
        nil,
        [
            Section("default", ["aws_access_key_id": "k", "aws_secret_access_key": "s"]),
            Section("profile named", ["aws_access_key_id": "", "aws_secret_access_key": "s"]),
        ],
        [
            Section("default", ["role_arn": "r", "source_profile": "base"]),
            Section("profile base", ["aws_access_key_id": "k", "aws_secret_access_key": "s"]),
        ],
        [
            Section("default", ["role_arn": "r", "source_profile": "gone"]),
            Section("profile named", ["role_arn": "r", "source_profile": "named"]),
        ],
        [
            Section("default", ["credential_process": process]),
            Section("profile named", ["credential_process": process]),
        ],
        [
            Section("default", ["role_arn": "r", "web_identity_token_file": "{root}/profile-token"]),
            Section("profile named", ["web_identity_token_file": "{root}/profile-token"]),
        ],
    ]

    private static let tokenFile = "AWS_WEB_IDENTITY_TOKEN_FILE"
    private static let identities: [(variables: Variables, hasToken: Bool)] = [
        ([:], true),
        ([tokenFile: "{root}/token", "AWS_ROLE_ARN": "r"], true),
        (["AWS_ROLE_ARN": "r"], true),
        ([tokenFile: "{root}/token"], true),
        ([tokenFile: "", "AWS_ROLE_ARN": "r"], true),
        ([tokenFile: "{root}/token", "AWS_ROLE_ARN": "r"], false),
    ]

    private static let containers: [Variables] = [
        [:], ["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1/credentials"],
        ["AWS_CONTAINER_CREDENTIALS_FULL_URI": ""],
        [
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2", "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://10.0.0.1/",
        ],
    ]

    /// All of them: a few ten thousand.
    static let cases: [BotocoreCase] = {
        let variables = combine([
            values("AWS_ACCESS_KEY_ID"), values("AWS_SECRET_ACCESS_KEY"), profiles, containers,
        ])
        return credentialsFiles.flatMap { credentials in
            configFiles.flatMap { config in
                identities.map { identity in
                    BotocoreCase(
                        files: files(credentials, config, hasToken: identity.hasToken),
                        environments: variables.map { $0.merging(identity.variables) { $1 } })
                }
            }
        }
    }()

    private static func files(_ credentials: [Section]?, _ config: [Section]?, hasToken: Bool) -> [String: File] {
        var files: [String: File] = ["{root}/profile-token": .text("profile-token")]
        files[credentialsPath] = credentials.map { .profiles($0) }
        files[configPath] = config.map { .profiles($0) }
        if hasToken { files["{root}/token"] = .text("token") }
        return files
    }

    private static func combine(_ axes: [[Variables]]) -> [Variables] {
        axes.reduce([base]) { all, axis in
            all.flatMap { one in axis.map { one.merging($0) { $1 } } }
        }
    }

    private static func values(_ name: String) -> [Variables] { [[:], [name: ""], [name: " "], [name: "value"]] }
}
