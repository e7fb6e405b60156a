public import MigrationModel

/// The inventory for programs: one JSON document with a version, described by `identity-report.v1.schema.json`.
public struct IdentityJSONFormat: IdentityFormat {
    /// `-o json`.
    public static let name = "json"

    /// Creates the format.
    public init() {}

    /// Prints the document ServiceAccount by ServiceAccount, indented by four.
    public func render(_ report: IdentityReport, _ setting: RenderSetting, to write: (String) -> Void) {
        JSONDocument.write(IdentityDocument(report: report, toolVersion: setting.toolVersion).parts, to: write)
    }
}
