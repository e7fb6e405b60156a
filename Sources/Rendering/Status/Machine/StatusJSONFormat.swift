/// The status for programs: one JSON document with a version, described by `status-report.v1.schema.json`.
public struct StatusJSONFormat: StatusFormat {
    /// `-o json`.
    public static let name = "json"

    /// Creates the format.
    public init() {}

    /// Prints the document migration by migration, indented by four.
    public func render(_ report: StatusReport, _ setting: RenderSetting, to write: (String) -> Void) {
        JSONDocument.write(StatusDocument(report: report, toolVersion: setting.toolVersion).parts, to: write)
    }
}
