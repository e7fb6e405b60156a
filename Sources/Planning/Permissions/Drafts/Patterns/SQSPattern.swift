import MigrationModel

/// Queues, to send to or to receive from; both where nothing says which.
///
/// See [SQS actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonsqs.html).
struct SQSPattern: DraftPattern {
    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        let found = settings.settings.compactMap { setting in
            Self.queue(setting, settings.place).map { (setting: setting, arn: $0.text) }
        }
        let unknown = found.contains { Direction($0.setting) == .both }
        let open = unknown ? ["Nothing says whether it sends or receives: take away what it does not do."] : []
        let parts: [(String, [String], (Direction) -> Bool)] = [
            ("SQSSend", ["sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:SendMessage"], \.writes),
            (
                "SQSReceive",
                [
                    "sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl",
                    "sqs:ReceiveMessage",
                ], \.reads
            ),
        ]
        return parts.compactMap { sid, actions, isWanted in
            let members = found.filter { isWanted(Direction($0.setting)) }
            guard !members.isEmpty else { return nil }
            return .allow(sid, actions, on: members.map(\.arn), from: members.map(\.setting), open: open)
        }
    }

    private static func queue(_ setting: NamedSetting, _ place: DraftSettings.Place) -> ResourceName? {
        if let arn = setting.arn { return arn.service == "sqs" ? arn : nil }
        if setting.value.hasPrefix("https://") {
            return queue(url: setting.value.dropFirst("https://".count), place)
        }
        guard setting.speaks(of: ["SQS"]), setting.speaks(of: ["QUEUE", "DLQ"]), setting.isName(1...80, with: "_-.")
        else {
            return nil
        }
        return place.name("sqs", setting.value)
    }

    /// `sqs.eu-west-1.amazonaws.com/123456789012/orders`, and the older `eu-west-1.queue.amazonaws.com/…`; see
    /// [queue URLs](https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-queue-message-identifiers.html).
    private static func queue(url: Substring, _ place: DraftSettings.Place) -> ResourceName? {
        let parts = url.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 3, IdentifierForm.account.admits(parts[1]), !parts[2].isEmpty else { return nil }
        let host = parts[0].split(separator: ".").map(String.init)
        guard host.contains("amazonaws"), host.contains("sqs") || host.contains("queue") else { return nil }
        let region = host.first { $0.contains("-") && IdentifierForm.region.admits($0) } ?? place.region
        var own = place
        (own.region, own.account) = (region, parts[1])
        return own.name("sqs", parts[2])
    }
}
