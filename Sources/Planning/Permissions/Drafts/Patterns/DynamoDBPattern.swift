import MigrationModel

/// Tables with their indexes.
///
/// See [DynamoDB actions](https://docs.aws.amazon.com/service-authorization/latest/reference/list_amazondynamodb.html).
struct DynamoDBPattern: DraftPattern {
    private static let owners: Set<String> = ["DDB", "DYNAMO", "DYNAMODB"]
    /// Tables of something else.
    private static let foreign: Set<String> = [
        "ATHENA", "BIGQUERY", "BQ", "CASSANDRA", "DATABASE", "DB", "DELTA", "GLUE", "HBASE", "HIVE", "ICEBERG", "KAFKA",
        "MYSQL", "PG", "POSTGRES", "POSTGRESQL", "PREFIX", "REDSHIFT", "ROUTE", "SNOWFLAKE", "SQL",
    ]

    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        let found = Self.tables(settings)
        guard !found.isEmpty else { return [] }
        let origins = found.map(\.setting)
        let readers = ["dynamodb:Query", "dynamodb:Scan"]
        return [
            .allow(
                "DynamoDBTable",
                readers + [
                    "dynamodb:BatchGetItem", "dynamodb:BatchWriteItem", "dynamodb:ConditionCheckItem",
                    "dynamodb:DeleteItem", "dynamodb:DescribeTable", "dynamodb:GetItem", "dynamodb:PutItem",
                    "dynamodb:UpdateItem",
                ], on: found.map(\.arn), from: origins,
                open: ["Nothing says whether it only reads its table: take away what it does not do."]),
            .allow("DynamoDBIndexes", readers, on: found.map { $0.arn + "/index/*" }, from: origins),
        ]
    }

    private static func tables(_ settings: DraftSettings) -> [(setting: NamedSetting, arn: String)] {
        let named = settings.names(of: "dynamodb").compactMap { setting, arn -> (setting: NamedSetting, arn: String)? in
            guard let rest = arn.resource(behind: "table/") else { return nil }
            var table = arn
            table.resource = "table/" + rest.prefix { $0 != "/" }
            return (setting, table.text)
        }
        let plain = settings.settings.filter { setting in
            guard setting.arn == nil, setting.isName(3...255, with: "_-.") else { return false }
            if setting.speaks(of: owners) { return setting.speaks(of: ["TABLE"]) && !setting.speaks(of: ["PREFIX"]) }
            // `ORDERS_TABLE` and `TABLE_NAME`, as long as they speak of no other database.
            let ending = setting.words.suffix(2)
            return (ending.last == "TABLE" || ending == ["TABLE", "NAME"]) && !setting.speaks(of: foreign)
        }
        return named + plain.map { ($0, settings.place.name("dynamodb", "table/" + $0.value).text) }
    }
}
