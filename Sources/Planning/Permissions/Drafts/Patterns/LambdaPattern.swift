import MigrationModel

/// Functions to invoke.
///
/// See [Lambda actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_awslambda.html).
struct LambdaPattern: DraftPattern {
    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        let named = settings.names(of: "lambda").filter { $0.arn.resource(behind: "function:") != nil }
        let plain = settings.plain(["LAMBDA"], ["FUNCTION"]).filter { $0.isName(1...64, with: "_-") }
            .map { (setting: $0, arn: settings.place.name("lambda", "function:" + $0.value)) }
        let found = named + plain
        guard !found.isEmpty else { return [] }
        return [
            .allow("LambdaInvoke", ["lambda:InvokeFunction"], on: found.map(\.arn.text), from: found.map(\.setting))
        ]
    }
}
