internal import MigrationModel
internal import StructuredText

/// The structure that JSON and YAML share; absent facts are absent members, lists are always there.
enum ScanDocument {
    /// Changes only when a reader of the old structure would be misled.
    static let version = "keyshift.scan/v1"

    /// The whole report.
    static func value(of report: ScanReport) -> StructuredValue {
        .mapping(
            head(of: report) + [
                .init("keys", .sequence(report.keys.map { .mapping(KeyDocument.members(of: $0)) })),
                .init("problems", .sequence(report.problems.map { .mapping(ProblemDocument.members(of: $0)) })),
                .init("expiredAllowances", AllowanceDocument.list(report.expiredAllowances)),
                .init("unusedAllowances", AllowanceDocument.list(report.unusedAllowances)),
            ])
    }

    /// What stands before the keys: version, time and numbers.
    static func head(of report: ScanReport) -> [StructuredValue.Member] {
        [
            .init("version", .string(version)),
            .init("generated", .string(report.generated)),
            .init("summary", SummaryDocument.value(of: report)),
            .init(
                "inputs",
                .sequence(
                    report.inputs.map {
                        ["name": .string($0.name), "bytes": .integer($0.bytes), "objects": .integer($0.objects)]
                    })),
        ]
    }
}
