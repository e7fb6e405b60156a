public import MigrationModel
internal import StructuredText

/// The report as a stream: a JSON value per line, described by `scan-line.v1.schema.json`.
///
/// A line for each key, problem and idle entry of the allowlist; the summary is last, so a stream without one was cut.
public struct JSONLinesFormat: ScanFormat {
    /// `-o jsonl`.
    public static let name = "jsonl"

    /// Creates the format.
    public init() {}

    /// Prints the lines.
    public func render(_ report: ScanReport, _ setting: RenderSetting, to write: (String) -> Void) {
        func writeLine(_ type: StructuredValue, _ members: [StructuredValue.Member]) {
            write(MachineText.line(.mapping([.init("type", type)] + members)) + "\n")
        }
        for key in report.keys { writeLine("key", key.document.members) }
        for problem in report.problems { writeLine("problem", problem.document.members) }
        for allowance in report.expiredAllowances {
            writeLine("allowance", [.init("state", "expired")] + allowance.document.members)
        }
        for allowance in report.unusedAllowances {
            writeLine("allowance", [.init("state", "unused")] + allowance.document.members)
        }
        let head = ScanDocument(report: report, toolVersion: setting.toolVersion).head
        writeLine("summary", head + [.init("inputs", .sequence(report.inputs.map(\.document)))])
    }
}
