import MigrationModel

/// Foundation models and inference profiles to invoke.
///
/// See [Bedrock actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonbedrock.html).
struct BedrockPattern: DraftPattern {
    private static let makers: Set<String> = [
        "ai21", "amazon", "anthropic", "cohere", "deepseek", "meta", "mistral", "openai", "qwen", "stability", "writer",
    ]

    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        var found = settings.names(of: "bedrock").map { (setting: $0.setting, arns: [$0.arn.text]) }
        found += settings.plain(["BEDROCK", "MODEL"]).compactMap { setting in
            Self.models(setting.value, settings.place).map { (setting: setting, arns: $0) }
        }
        guard !found.isEmpty else { return [] }
        return [
            .allow(
                "BedrockInvoke", ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"],
                on: found.flatMap(\.arns), from: found.map(\.setting))
        ]
    }

    /// A model, or a profile that spreads calls over the regions of a part of the world (`eu.anthropic.…`), which needs the model
    /// in each of them; see [profiles](https://docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-prereq.html).
    private static func models(_ value: String, _ place: DraftSettings.Place) -> [String]? {
        let parts = value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 2, !parts.contains("") else { return nil }
        func model(_ id: String, in region: String) -> String {
            "arn:\(place.partition):bedrock:\(region)::foundation-model/\(id)"
        }
        if makers.contains(parts[0]) { return [model(value, in: place.region)] }
        guard parts.count >= 3, makers.contains(parts[1]) else { return nil }
        return [
            place.name("bedrock", "inference-profile/" + value).text,
            model(parts.dropFirst().joined(separator: "."), in: "*"),
        ]
    }
}
