import MigrationModel

/// Workgroups to query in, the tables of the catalogue, and the bucket of the results.
///
/// See [access through Athena](https://docs.aws.amazon.com/athena/latest/ug/example-policies-workgroup.html) and
/// [to the results](https://docs.aws.amazon.com/athena/latest/ug/querying.html).
struct AthenaPattern: DraftPattern {
    func draft(_ settings: DraftSettings, beside services: Set<String>) -> [DraftStatement] {
        let named = settings.names(of: "athena").filter { $0.arn.resource(behind: "workgroup/") != nil }
        let plain = settings.plain(["ATHENA"], ["WORKGROUP", "GROUP"]).filter { $0.isName(1...128, with: "_-.") }
            .map { (setting: $0, arn: settings.place.name("athena", "workgroup/" + $0.value)) }
        let found = named + plain
        guard !found.isEmpty else { return [] }
        return [
            .allow(
                "AthenaQuery",
                [
                    "athena:GetQueryExecution", "athena:GetQueryResults", "athena:GetWorkGroup",
                    "athena:StartQueryExecution",
                    "athena:StopQueryExecution",
                ], on: found.map(\.arn.text), from: found.map(\.setting),
                open: ["Queries also read the buckets of their tables, which no setting names: add those."])
        ] + catalogue(settings, found.map(\.setting)) + results(settings)
    }

    private func catalogue(_ settings: DraftSettings, _ origins: [NamedSetting]) -> [DraftStatement] {
        let databases = settings.plain(["ATHENA", "GLUE"], ["DATABASE", "DB"]).filter { $0.isName(1...255, with: "_-") }
        let names = databases.isEmpty ? ["*"] : databases.map(\.value)
        let resources = ["catalog"] + names.flatMap { ["database/\($0)", "table/\($0)/*"] }
        return [
            .allow(
                "AthenaCatalogue",
                ["glue:GetDatabase", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable", "glue:GetTables"],
                on: resources.map { settings.place.name("glue", $0).text }, from: origins + databases,
                open: databases.isEmpty ? ["No setting names the database: name it instead of `*`."] : [])
        ]
    }

    private func results(_ settings: DraftSettings) -> [DraftStatement] {
        let outputs = settings.settings.compactMap {
            setting -> (setting: NamedSetting, bucket: String, path: String)? in
            guard setting.speaks(of: ["ATHENA"]), setting.value.hasPrefix("s3://") else { return nil }
            let parts = setting.value.dropFirst("s3://".count).split(separator: "/", maxSplits: 1).map(String.init)
            guard let bucket = parts.first else { return nil }
            var path = parts.count == 2 ? parts[1] : ""
            while path.hasSuffix("/") { path.removeLast() }
            return (setting, bucket, path.isEmpty ? bucket + "/*" : "\(bucket)/\(path)/*")
        }
        guard !outputs.isEmpty else { return [] }
        func arn(_ resource: String) -> String {
            ResourceName(
                partition: settings.place.partition, service: "s3", region: "", account: "", resource: resource
            ).text
        }
        return [
            .allow(
                "AthenaResultBucket", ["s3:GetBucketLocation", "s3:ListBucket"], on: outputs.map { arn($0.bucket) },
                from: outputs.map(\.setting)),
            .allow(
                "AthenaResults",
                ["s3:AbortMultipartUpload", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"],
                on: outputs.map { arn($0.path) }, from: outputs.map(\.setting)),
        ]
    }
}
