public import MigrationModel

/// The report for programs: one JSON document with a version, described by `scan-report.v1.schema.json`.
public struct JSONFormat: ScanFormat {
    /// `-o json`.
    public static let name = "json"

    /// Creates the format.
    public init() {}

    /// Prints the document key by key, indented by four.
    public func render(_ report: ScanReport, _ setting: RenderSetting, to write: (String) -> Void) {
        JSONDocument.write(ScanDocument(report: report, toolVersion: setting.toolVersion).parts, to: write)
    }
}
