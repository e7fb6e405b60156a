public import MigrationModel

/// The document of ``IdentityJSONFormat`` as YAML in kubectl's shape.
public struct IdentityYAMLFormat: IdentityFormat {
    /// `-o yaml`.
    public static let name = "yaml"

    /// Creates the format.
    public init() {}

    /// Prints the document ServiceAccount by ServiceAccount.
    public func render(_ report: IdentityReport, _ setting: RenderSetting, to write: (String) -> Void) {
        YAMLDocument.write(IdentityDocument(report: report, toolVersion: setting.toolVersion).parts, to: write)
    }
}
