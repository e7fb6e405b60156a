/// Containers that no regular combination makes: other locators, names, roles that lead elsewhere, a node.
enum BotocoreOddities {
    private typealias Section = BotocoreCase.Section

    private static let keys: KeyValuePairs = ["aws_access_key_id": "k", "aws_secret_access_key": "s"]

    static let cases: [BotocoreCase] = variables + config + credentials + roles + logins

    private static let variables = [
        with(["AWS_PROFILE": ""]), with(["AWS_PROFILE": " "]), with(["AWS_PROFILE": "default"]),
        with(["AWS_DEFAULT_PROFILE": "gone"]), with(["AWS_DEFAULT_PROFILE": ""]),
        with(["AWS_PROFILE": "named", "AWS_DEFAULT_PROFILE": "gone"], credentials: [Section("named", keys)]),
        with(["AWS_PROFILE": "gone", "AWS_DEFAULT_PROFILE": "named"], credentials: [Section("named", keys)]),
        with(["AWS_SECURITY_TOKEN": "t", "AWS_ACCESS_KEY_ID": "k", "AWS_SECRET_ACCESS_KEY": "s"]),
        with(["AWS_SHARED_CREDENTIALS_FILE": ""], credentials: [Section("default", keys)]),
        with(["AWS_SHARED_CREDENTIALS_FILE": "{root}/gone"], credentials: [Section("default", keys)]),
        with(["AWS_SHARED_CREDENTIALS_FILE": "~/.aws/config"], config: [Section("default", keys)]),
        with(["AWS_CONFIG_FILE": "{root}/home/.aws/credentials"], credentials: [Section("profile a", keys)]),
        with(["AWS_CONFIG_FILE": ""], config: [Section("default", keys)]),
        with(["HOME": "{root}/other"], credentials: [Section("default", keys)]),
        with(["AWS_CREDENTIAL_FILE": ""]), with(["AWS_CREDENTIAL_FILE": "{root}/gone"]),
        with(["BOTO_CONFIG": ""]), with(["BOTO_CONFIG": "{root}/gone"]),
        with(["BOTO_CONFIG": "{root}/home/.aws/credentials"], credentials: [Section("Credentials", keys)]),
        with(["BOTO_CONFIG": "{root}/home/.aws/credentials"], credentials: [Section("default", [:])]),
        with(["AWS_EC2_METADATA_DISABLED": "false"]), with(["AWS_EC2_METADATA_DISABLED": "TRUE"]),
        with(["AWS_EC2_METADATA_DISABLED": ""]), with(["AWS_EC2_METADATA_DISABLED": " true"]),
        with(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": ""]), with(["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": " "]),
        with(["AWS_CONTAINER_CREDENTIALS_FULL_URI": " "]),
        with(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://10.0.0.1/"]),
        with(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "https://10.0.0.1/"]),
        with(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://[fd00:ec2::23]/v1"]),
        with(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://localhost:80/v1"]),
        with(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://127.8.8.8/v1"]),
        with(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://[::1]/v1"]),
        with(["AWS_CONTAINER_CREDENTIALS_FULL_URI": "169.254.170.23/v1"]),
        with([
            "AWS_CONTAINER_CREDENTIALS_FULL_URI": "http://169.254.170.23/v1",
            "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "{root}/gone",
        ]),
        with([
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2", "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE": "",
        ]),
        with(["AWS_WEB_IDENTITY_TOKEN_FILE": "{root}/token", "AWS_ROLE_ARN": ""]),
        with(["AWS_WEB_IDENTITY_TOKEN_FILE": "{root}/token", "AWS_ROLE_ARN": " "]),
    ]

    private static let config = [
        with(config: [Section("profile default", keys)]), with(config: [Section("named", keys)]),
        with(["AWS_PROFILE": "named"], config: [Section("named", keys)]),
        with(["AWS_PROFILE": "named"], config: [Section("profile \"named\"", keys)]),
        with(["AWS_PROFILE": "a b"], config: [Section("profile \"a b\"", keys)]),
        with(["AWS_PROFILE": "named"], config: [Section("profile  named", keys)]),
        with(["AWS_PROFILE": "a b"], config: [Section("profile a b", keys)]),
        with(config: [Section("default", ["aws_access_key_id": "k"]), Section("profile default", keys)]),
        with(config: [Section("default", ["aws_access_key_id": "k"])]),
        with(config: [Section("default", ["aws_secret_access_key": "k"])]),
        with(config: [Section("default", ["credential_process": ""])]),
        with(config: [Section("default", ["web_identity_token_file": ""])]),
        with(config: [Section("default", ["web_identity_token_file": "{root}/gone", "role_arn": "r"])]),
        with(config: [Section("default", ["web_identity_token_file": "{root}/token", "role_arn": ""])]),
        with(
            ["AWS_ROLE_ARN": ""],
            config: [Section("default", ["web_identity_token_file": "{root}/token", "role_arn": "r"])]),
        with(
            ["AWS_WEB_IDENTITY_TOKEN_FILE": "{root}/token"], config: [Section("default", ["role_arn": "r"])]),
        with(
            ["AWS_WEB_IDENTITY_TOKEN_FILE": "{root}/token"],
            config: [Section("default", ["role_arn": "r", "web_identity_token_file": "{root}/gone"])]),
    ]

    private static let credentials = [
        with(credentials: [Section("default", ["credential_process": BotocoreProduct.process])]),
        with(credentials: [Section("default", ["role_arn": "r", "credential_source": "Ec2InstanceMetadata"])]),
        with(
            credentials: [Section("default", ["role_arn": "r"]), Section("base", keys)],
            config: [Section("default", ["source_profile": "base"])]),
        with(["AWS_PROFILE": "profile named"], credentials: [Section("profile named", keys)]),
        with(
            credentials: [Section("default", ["aws_access_key_id": "k", "aws_secret_access_key": ""])]),
        with(
            credentials: [Section("default", ["aws_secret_access_key": "s"])],
            config: [Section("default", ["aws_access_key_id": "k"])]),
    ]

    private static let roles = [
        role(["role_arn": "r"]), role(["role_arn": ""]),
        role(["role_arn": "r", "source_profile": "base", "credential_source": "Environment"]),
        role(["role_arn": "r", "credential_source": "Environment"]),
        role(["role_arn": "r", "credential_source": "environment"]),
        role(["role_arn": "r", "credential_source": "Ec2InstanceMetadata"]),
        role(["role_arn": "r", "credential_source": "EcsContainer"]),
        role(["role_arn": "r", "credential_source": ""]), role(["role_arn": "r", "source_profile": ""]),
        role(["role_arn": "r", "source_profile": "default"]),
        role(["role_arn": "r", "source_profile": "default", "aws_access_key_id": "k", "aws_secret_access_key": "s"]),
        role(["role_arn": "r", "source_profile": "default", "aws_secret_access_key": "s"]),
        role(["role_arn": "r", "source_profile": "base"]),
        role(["role_arn": "r", "source_profile": "base"], ["region": "eu-west-1"]),
        role(["role_arn": "r", "source_profile": "base"], ["aws_access_key_id": "k"]),
        role(["role_arn": "r", "source_profile": "base"], ["credential_process": BotocoreProduct.process]),
        role(
            ["role_arn": "r", "source_profile": "base"],
            ["role_arn": "r", "web_identity_token_file": "{root}/profile-token"]),
        role(["role_arn": "r", "source_profile": "base"], ["role_arn": "r", "source_profile": "default"]),
        role(["role_arn": "r", "source_profile": "base"], ["role_arn": "r", "credential_source": "EcsContainer"]),
        role(
            ["role_arn": "r", "source_profile": "base"],
            ["role_arn": "r", "source_profile": "gone", "aws_access_key_id": "k", "aws_secret_access_key": "s"]),
    ].flatMap { example in
        [
            [:], ["AWS_EC2_METADATA_DISABLED": "false"], ["AWS_CONTAINER_CREDENTIALS_RELATIVE_URI": "/v2"],
            ["AWS_CONTAINER_CREDENTIALS_FULL_URI": ""], ["AWS_ROLE_ARN": "r"],
        ].map { (variables: [String: String]) in
            var example = example
            example.environments = example.environments.map { $0.merging(variables) { $1 } }
            return example
        }
    }

    private static let logins = [
        with(config: [Section("default", ["sso_account_id": "a"])]),
        with(config: [Section("default", ["sso_start_url": "u", "sso_region": "r"])]),
        with(config: [Section("default", ["sso_account_id": "a", "sso_role_name": "r", "sso_session": "gone"])]),
        with(
            config: [
                Section("default", ["sso_account_id": "a", "sso_role_name": "r", "sso_session": "s"]),
                Section("sso-session s", ["sso_start_url": "u"]),
            ]),
    ]

    private static func role(
        _ settings: KeyValuePairs<String, String>, _ base: KeyValuePairs<String, String>? = nil
    ) -> BotocoreCase {
        with(config: [Section("default", settings)] + (base.map { [Section("profile base", $0)] } ?? []))
    }

    private static func with(
        _ variables: [String: String] = [:], credentials: [Section]? = nil, config: [Section]? = nil
    ) -> BotocoreCase {
        var files: [String: BotocoreCase.File] = [
            "{root}/token": .text("token"), "{root}/profile-token": .text("profile-token"),
        ]
        files[BotocoreProduct.credentialsPath] = credentials.map { .profiles($0) }
        files[BotocoreProduct.configPath] = config.map { .profiles($0) }
        return BotocoreCase(files: files, environments: [BotocoreProduct.base.merging(variables) { $1 }])
    }
}
