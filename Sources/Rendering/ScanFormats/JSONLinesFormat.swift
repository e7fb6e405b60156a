public import MigrationModel
internal import StructuredText

/// One JSON object per line, for programs that read as it comes; `Schemas/scan-report-line.v1.schema.json`.
///
/// The member `type` says what a line is: `key`, `problem`, `expiredAllowance`, `unusedAllowance`, and as the last line
/// `summary`, so that a reader knows that nothing is missing.
public struct JSONLinesFormat: ReportFormat {
    /// `-o jsonl`.
    public let name = "jsonl"

    /// Writes line by line.
    public func write(
        _ report: ScanReport, for presentation: Presentation, to sink: (String) throws -> Void
    ) rethrows {
        for key in report.keys { try sink(Self.line("key", KeyDocument.members(of: key))) }
        for problem in report.problems { try sink(Self.line("problem", ProblemDocument.members(of: problem))) }
        for allowance in report.expiredAllowances {
            try sink(Self.line("expiredAllowance", AllowanceDocument.members(of: allowance)))
        }
        for allowance in report.unusedAllowances {
            try sink(Self.line("unusedAllowance", AllowanceDocument.members(of: allowance)))
        }
        try sink(Self.line("summary", ScanDocument.head(of: report)))
    }

    private static func line(_ type: String, _ members: [StructuredValue.Member]) -> String {
        JSONText.text(for: .mapping([.init("type", .string(type))] + members), pretty: false) + "\n"
    }
}
