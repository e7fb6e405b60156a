public import MigrationModel

/// The whole report as one JSON document, `Schemas/scan-report.v1.schema.json`.
public struct JSONFormat: ReportFormat {
    /// `-o json`.
    public let name = "json"

    /// Writes the document, indented as kubectl does.
    public func write(
        _ report: ScanReport, for presentation: Presentation, to sink: (String) throws -> Void
    ) rethrows {
        try sink(JSONText.text(for: ScanDocument.value(of: report), pretty: true) + "\n")
    }
}
