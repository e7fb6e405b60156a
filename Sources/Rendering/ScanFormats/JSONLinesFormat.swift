public import MigrationModel
internal import StructuredText

/// The report as a stream: a JSON value per line, described by `scan-line.v1.schema.json`.
///
/// A line for each key, service, group of services, identity, finding, problem and idle entry of the allowlist; the
/// summary is last, so a stream without one was cut.
public struct JSONLinesFormat: ScanFormat {
    /// `-o jsonl`.
    public static let name = "jsonl"

    /// Creates the format.
    public init() {}

    /// Prints the lines.
    public func render(_ report: ScanReport, _ setting: RenderSetting, to write: (String) -> Void) {
        let services = KeyServices(report.trace)
        for key in report.keys { write(JSONLines.text("key", key.document(with: services[key.name]).members)) }
        writeTrace(report.trace, to: write)
        for problem in report.problems { write(JSONLines.text("problem", problem.document.members)) }
        for allowance in report.expiredAllowances {
            write(JSONLines.text("allowance", [.init("state", "expired")] + allowance.document.members))
        }
        for allowance in report.unusedAllowances {
            write(JSONLines.text("allowance", [.init("state", "unused")] + allowance.document.members))
        }
        let head = ScanDocument(report: report, toolVersion: setting.toolVersion).head
        let end: [StructuredValue.Member] = [
            .init("blindSpots", .strings(report.trace.blindSpots)),
            .init("inputs", .sequence(report.inputs.map(\.document))),
        ]
        write(JSONLines.text("summary", head + end))
    }

    private func writeTrace(_ trace: Trace, to write: (String) -> Void) {
        for service in trace.services { write(JSONLines.text("service", service.document.members)) }
        for group in trace.groups { write(JSONLines.text("group", group.document.members)) }
        for identity in trace.identities { write(JSONLines.text("identity", identity.document.members)) }
        for finding in trace.findings { write(JSONLines.text("finding", finding.document.members)) }
    }
}
