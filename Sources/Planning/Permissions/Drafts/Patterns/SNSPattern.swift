import MigrationModel

/// Topics to publish to; who receives from a topic does so through a queue or an endpoint.
///
/// See [SNS actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsns.html).
struct SNSPattern: DraftPattern {
    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        let named = settings.names(of: "sns").map { setting, arn in
            // Behind the name of the topic a subscription has its own.
            var topic = arn
            topic.resource = String(arn.resource.prefix { $0 != ":" })
            return (setting: setting, arn: topic)
        }
        let plain = settings.plain(["SNS"], ["TOPIC"]).filter { $0.isName(1...256, with: "_-.") }
            .map { (setting: $0, arn: settings.place.name("sns", $0.value)) }
        let found = named + plain
        guard !found.isEmpty else { return [] }
        return [.allow("SNSPublish", ["sns:Publish"], on: found.map(\.arn.text), from: found.map(\.setting))]
    }
}
