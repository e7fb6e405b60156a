public import MigrationModel

/// The story for programs: one JSON document with a version, described by `explanation.v1.schema.json`.
public struct ExplanationJSONFormat: ExplanationFormat {
    /// `-o json`.
    public static let name = "json"

    /// Creates the format.
    public init() {}

    /// Prints the document service by service, indented by four.
    public func render(_ explanation: Explanation, _ setting: RenderSetting, to write: (String) -> Void) {
        JSONDocument.write(
            ExplanationDocument(explanation: explanation, toolVersion: setting.toolVersion).parts, to: write)
    }
}
