public import MigrationModel

/// The document of ``ExplanationJSONFormat`` as YAML in kubectl's shape.
public struct ExplanationYAMLFormat: ExplanationFormat {
    /// `-o yaml`.
    public static let name = "yaml"

    /// Creates the format.
    public init() {}

    /// Prints the document service by service.
    public func render(_ explanation: Explanation, _ setting: RenderSetting, to write: (String) -> Void) {
        YAMLDocument.write(
            ExplanationDocument(explanation: explanation, toolVersion: setting.toolVersion).parts, to: write)
    }
}
