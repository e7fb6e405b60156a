import MigrationModel

/// Data streams, to put into or to read from; both where nothing says which.
///
/// See [Kinesis actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazonkinesisdatastreams.html).
struct KinesisPattern: DraftPattern {
    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        let named = settings.names(of: "kinesis").filter { $0.arn.resource(behind: "stream/") != nil }
        let plain = settings.plain(["KINESIS"], ["STREAM"], without: ["FIREHOSE", "VIDEO"])
            .filter { $0.isName(1...128, with: "_-.") }
            .map { (setting: $0, arn: settings.place.name("kinesis", "stream/" + $0.value)) }
        let found = named + plain
        let parts: [(String, [String], (Direction) -> Bool)] = [
            (
                "KinesisPut",
                ["kinesis:DescribeStreamSummary", "kinesis:ListShards", "kinesis:PutRecord", "kinesis:PutRecords"],
                \.writes
            ),
            (
                "KinesisRead",
                [
                    "kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords",
                    "kinesis:GetShardIterator", "kinesis:ListShards",
                ], \.reads
            ),
        ]
        return parts.compactMap { sid, actions, isWanted in
            let members = found.filter { isWanted(Direction($0.setting)) }
            guard !members.isEmpty else { return nil }
            let isOpen = members.contains { Direction($0.setting) == .both }
            return .allow(
                sid, actions, on: members.map(\.arn.text), from: members.map(\.setting),
                open: isOpen
                    ? ["Nothing says whether it puts records or reads them: take away what it does not do."] : [])
        }
    }
}
