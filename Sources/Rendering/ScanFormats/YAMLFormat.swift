public import MigrationModel

/// The document of ``JSONFormat`` as YAML in kubectl's shape.
public struct YAMLFormat: ScanFormat {
    /// `-o yaml`.
    public static let name = "yaml"

    /// Creates the format.
    public init() {}

    /// Prints the document key by key.
    public func render(_ report: ScanReport, _ setting: RenderSetting, to write: (String) -> Void) {
        YAMLDocument.write(ScanDocument(report: report, toolVersion: setting.toolVersion).parts, to: write)
    }
}
