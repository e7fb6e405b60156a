import Foundation
import MigrationModel
import Rendering
import Testing

/// What others' programs say about the formats; `validate.py` asks them.
@Suite(.serialized)
struct ThirdPartyTests {
    static let reports = [
        "full": MachineReports.full, "empty": MachineReports.empty, "partial": MachineReports.partial,
    ]

    @Test(.enabled(if: Python.can("schema")), arguments: reports.keys.sorted())
    func jsonMatchesItsSchema(report: String) throws {
        try expectValid("schema", [(JSONFormat(), report)], schema: "scan-report.v1.schema.json")
    }

    @Test(.enabled(if: Python.can("schema")), arguments: reports.keys.sorted())
    func linesMatchTheirSchema(report: String) throws {
        try expectValid("lines", [(JSONLinesFormat(), report)], schema: "scan-line.v1.schema.json")
    }

    /// The schemas can fail: one member too many, one too few, or a word that is not in a list.
    @Test(.enabled(if: Python.can("schema")))
    func schemasAreStrict() throws {
        let text = JSONFormat().text(of: MachineReports.full)
        for (part, other) in [
            ("\"partial\": true", "\"partial\": true, \"more\": 1"), ("\"partial\": true", "\"partly\": true"),
            ("\"confidence\": \"bare\"", "\"confidence\": \"sure\""), ("\"line\": 40", "\"line\": \"40\""),
        ] {
            let changed = text.replacingOccurrences(of: part, with: other)
            #expect(changed != text)
            let file = try Python.temporaryFile(changed)
            #expect(try Python.run("schema", [Python.schema("scan-report.v1.schema.json"), file]).status == 1)
        }
    }

    @Test(.enabled(if: Python.can("sarif")), arguments: reports.keys.sorted())
    func sarifMatchesTheOfficialSchema(report: String) throws {
        try expectValid("sarif", [(SARIFFormat(), report)])
    }

    @Test(.enabled(if: Python.can("yaml")), arguments: reports.keys.sorted())
    func yamlSaysTheSameAsJSON(report: String) throws {
        try expectValid("yaml", [(JSONFormat(), report), (YAMLFormat(), report)])
    }

    @Test(.enabled(if: Python.can("csv")), arguments: reports.keys.sorted())
    func csvHasTheSameCells(report: String) throws {
        try expectValid("csv", [(JSONFormat(), report), (CSVFormat(), report)])
    }

    @Test(.enabled(if: Python.can("dot")), arguments: reports.keys.sorted())
    func graphvizDrawsTheGraph(report: String) throws {
        try expectValid("dot", [(JSONFormat(), report), (DotFormat(), report)])
    }

    @Test(.enabled(if: Python.can("mermaid")), arguments: reports.keys.sorted())
    func mermaidReadsTheGraph(report: String) throws {
        try expectValid("mermaid", [(JSONFormat(), report), (MermaidFormat(), report)])
    }

    /// The checks of graphs can fail: a label that ends too early.
    @Test(.enabled(if: Python.can("dot") && Python.can("mermaid")))
    func graphChecksAreStrict() throws {
        let json = try Python.temporaryFile(JSONFormat().text(of: MachineReports.full))
        for (check, format) in [("dot", DotFormat() as any ScanFormat), ("mermaid", MermaidFormat())] {
            let text = format.text(of: MachineReports.full)
            let changed = try Python.temporaryFile(text.replacingOccurrences(of: "AWS access key", with: "\"AWS"))
            #expect(try Python.run(check, [json, changed]).status == 1)
        }
    }

    private func expectValid(
        _ check: String, _ texts: [(any ScanFormat, String)], schema: String? = nil
    ) throws {
        let texts = try texts.map { format, report in format.text(of: try #require(Self.reports[report])) }
        try Python.expectValid(check, texts, schema: schema)
    }
}
