import MigrationModel

/// Parameters of Systems Manager to read, by path or ARN.
///
/// See [Systems Manager actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_awssystemsmanager.html).
struct ParameterStorePattern: DraftPattern {
    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        let named = settings.names(of: "ssm").compactMap { setting, arn -> (setting: NamedSetting, arns: [String])? in
            arn.resource(behind: "parameter/") == nil ? nil : (setting, [arn.text])
        }
        let plain = settings.settings.filter { setting in
            setting.arn == nil && setting.value.hasPrefix("/") && setting.isName(2...1011, with: "/_.-")
                && (setting.speaks(of: ["SSM"]) || setting.speaks(of: ["PARAMETER", "PARAMETERS"]))
        }.map { setting in
            var path = setting.value
            while path.hasSuffix("/") { path.removeLast() }
            // Either one parameter, or all below it.
            let names = ["parameter" + path, "parameter" + path + "/*"]
            return (setting: setting, arns: names.map { settings.place.name("ssm", $0).text })
        }
        let found = named + plain
        guard !found.isEmpty else { return [] }
        return [
            .allow(
                "ParametersRead", ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"],
                on: found.flatMap(\.arns), from: found.map(\.setting))
        ]
    }
}
