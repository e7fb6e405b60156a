import MigrationModel

/// Event buses to put events on.
///
/// See [EventBridge actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazoneventbridge.html).
struct EventBridgePattern: DraftPattern {
    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        let named = settings.names(of: "events").filter { $0.arn.resource(behind: "event-bus/") != nil }
        let plain = settings.plain(["BUS", "EVENTBUS"], without: ["AZURE", "SERVICE"])
            .filter { $0.speaks(of: ["EVENT", "EVENTBRIDGE", "EVENTBUS"]) && $0.isName(1...256, with: "_-./") }
            .map { (setting: $0, arn: settings.place.name("events", "event-bus/" + $0.value)) }
        let found = named + plain
        guard !found.isEmpty else { return [] }
        return [.allow("EventsPut", ["events:PutEvents"], on: found.map(\.arn.text), from: found.map(\.setting))]
    }
}
