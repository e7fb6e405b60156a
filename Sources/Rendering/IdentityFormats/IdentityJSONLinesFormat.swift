public import MigrationModel
internal import StructuredText

/// The inventory as a stream: a JSON value per line, described by `identity-line.v1.schema.json`.
///
/// A line for each ServiceAccount, finding and problem; the summary is last, so a stream without one was cut.
public struct IdentityJSONLinesFormat: IdentityFormat {
    /// `-o jsonl`.
    public static let name = "jsonl"

    /// Creates the format.
    public init() {}

    /// Prints the lines.
    public func render(_ report: IdentityReport, _ setting: RenderSetting, to write: (String) -> Void) {
        for record in report.records { write(JSONLines.text("serviceAccount", record.document.members)) }
        for finding in report.findings { write(JSONLines.text("finding", finding.document.members)) }
        for problem in report.problems { write(JSONLines.text("problem", problem.document.members)) }
        let inputs = StructuredValue.Member("inputs", .sequence(report.inputs.map(\.document)))
        write(
            JSONLines.text(
                "summary", IdentityDocument(report: report, toolVersion: setting.toolVersion).head + [inputs]))
    }
}
