public import MigrationModel
internal import StructuredText

/// SARIF 2.1.0 for code-scanning services: one result per place of a key.
///
/// [Static Analysis Results Interchange Format, errata 01](https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/sarif-v2.1.0-errata01-os.html).
public struct SARIFFormat: ReportFormat {
    /// `-o sarif`.
    public let name = "sarif"

    private static let schema: StructuredValue =
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

    /// Writes a log with one run.
    public func write(
        _ report: ScanReport, for presentation: Presentation, to sink: (String) throws -> Void
    ) rethrows {
        let run: StructuredValue = [
            "tool": ["driver": Self.driver(presentation)],
            "invocations": [SARIFInvocation.value(of: report, presentation)],
            "results": .sequence(
                report.keys.flatMap { key in key.sightings.map { SARIFResult.value(of: $0, key, presentation) } }),
        ]
        let log: StructuredValue = ["$schema": Self.schema, "version": "2.1.0", "runs": [run]]
        try sink(JSONText.text(for: log, pretty: true) + "\n")
    }

    private static func driver(_ presentation: Presentation) -> StructuredValue {
        [
            "name": "keyshift",
            "semanticVersion": .string(presentation.toolVersion),
            "rules": .sequence(KeyKind.allCases.map(SARIFRule.value)),
            "notifications": .sequence(ProblemCode.allCases.map { ["id": .string($0.rawValue)] }),
        ]
    }
}
