/// The document of ``StatusJSONFormat`` as YAML in kubectl's shape.
public struct StatusYAMLFormat: StatusFormat {
    /// `-o yaml`.
    public static let name = "yaml"

    /// Creates the format.
    public init() {}

    /// Prints the document migration by migration.
    public func render(_ report: StatusReport, _ setting: RenderSetting, to write: (String) -> Void) {
        YAMLDocument.write(StatusDocument(report: report, toolVersion: setting.toolVersion).parts, to: write)
    }
}
