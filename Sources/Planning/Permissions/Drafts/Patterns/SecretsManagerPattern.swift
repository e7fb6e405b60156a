import MigrationModel

/// Secrets to read, by name, path or ARN.
///
/// See [Secrets Manager actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssecretsmanager.html).
struct SecretsManagerPattern: DraftPattern {
    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        let named = settings.names(of: "secretsmanager").filter { $0.arn.resource(behind: "secret:") != nil }
        let plain = settings.settings.filter(Self.isSecret).map { setting in
            // AWS adds a hyphen and six characters to the name.
            let name = setting.value.hasSuffix("/") ? setting.value + "*" : setting.value + "-??????"
            return (setting: setting, arn: settings.place.name("secretsmanager", "secret:" + name))
        }
        let found = named + plain
        guard !found.isEmpty else { return [] }
        return [
            .allow(
                "SecretsRead", ["secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue"],
                on: found.map(\.arn.text), from: found.map(\.setting))
        ]
    }

    /// `SECRET_NAME` alone may be a Secret of the cluster, whose name has no slash.
    private static func isSecret(_ setting: NamedSetting) -> Bool {
        guard setting.arn == nil, setting.isName(1...512, with: "/_+=.@-"), !setting.value.hasPrefix("/var/") else {
            return false
        }
        if setting.speaks(of: ["SECRETSMANAGER"]) { return true }
        if setting.speaks(of: ["SECRETS"]), setting.speaks(of: ["MANAGER"]) { return true }
        guard setting.speaks(of: ["SECRET"]), setting.speaks(of: ["ID", "NAME", "PREFIX"]) else { return false }
        return setting.speaks(of: ["AWS", "ASM"]) || setting.value.contains("/")
    }
}
