public import MigrationModel
internal import StructuredText

/// The whole report as one YAML document with the members of ``JSONFormat``.
public struct YAMLFormat: ReportFormat {
    /// `-o yaml`.
    public let name = "yaml"

    /// Writes the document in kubectl's shape.
    public func write(
        _ report: ScanReport, for presentation: Presentation, to sink: (String) throws -> Void
    ) rethrows {
        try sink(YAMLWriter.text(for: ScanDocument.value(of: report)))
    }
}
