import MigrationModel

/// Keys, used through the services that the workload uses, or directly where none of them encrypts.
///
/// See [kms:ViaService](https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service).
struct KMSPattern: DraftPattern {
    /// Services that use keys on behalf of their callers.
    private static let via: Set<String> = [
        "dynamodb", "kinesis", "lambda", "s3", "secretsmanager", "sns", "sqs", "ssm",
    ]

    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        let found = Self.keys(settings)
        let through = services.intersection(Self.via).sorted()
        let isDirect = through.isEmpty
        return [false, true].compactMap { isAlias in
            let members = found.filter { ($0.alias != nil) == isAlias }
            guard !members.isEmpty else { return nil }
            var conditions: [PolicyCondition] = []
            if !isDirect {
                let hosts = through.map { "\($0).\(settings.place.region).amazonaws.com" }
                conditions.append(PolicyCondition("StringEquals", "kms:ViaService", hosts))
            }
            if isAlias {
                // An alias is no resource of these actions, but may be a condition of them.
                let names = Set(members.compactMap(\.alias)).sorted()
                conditions.append(PolicyCondition("ForAnyValue:StringEquals", "kms:ResourceAliases", names))
            }
            return .allow(
                isAlias ? "KMSAlias" : "KMSKey", ["kms:Decrypt", "kms:GenerateDataKey"], on: members.map(\.arn.text),
                if: conditions, from: members.map(\.setting),
                open: isDirect
                    ? ["No setting says through which service it uses its key, so it may use it directly."] : [])
        }
    }

    private static func keys(_ settings: DraftSettings) -> [(setting: NamedSetting, arn: ResourceName, alias: String?)]
    {
        let named = settings.names(of: "kms")
        let plain = settings.plain(["KMS"]).filter {
            $0.isName(3...256, with: "/_-") && $0.value.contains("-") || $0.value.hasPrefix("alias/")
        }
        .map { setting in
            let isAlias = setting.value.hasPrefix("alias/")
            return (setting: setting, arn: settings.place.name("kms", isAlias ? setting.value : "key/" + setting.value))
        }.filter { $0.arn.resource.hasPrefix("alias/") || isKey($0.setting.value) }
        return (named + plain).map { setting, arn in
            guard arn.resource.hasPrefix("alias/") else { return (setting, arn, nil) }
            var all = arn
            all.resource = "key/*"
            return (setting, all, arn.resource)
        }
    }

    /// `1234abcd-12ab-34cd-56ef-1234567890ab`, and `mrk-…` for a key of several regions.
    private static func isKey(_ value: String) -> Bool {
        let digits = value.hasPrefix("mrk-") ? String(value.dropFirst(4)) : value
        return IdentifierForm.guid.admits(digits)
            || value.hasPrefix("mrk-") && digits.count == 32 && digits.allSatisfy(\.isHexDigit)
    }
}
