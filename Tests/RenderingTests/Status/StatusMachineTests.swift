import Foundation
import MigrationModel
import Rendering
import Testing

/// What others' programs say about the formats of a status.
@Suite(.serialized)
struct StatusMachineTests {
    static let samples: [String: SampleStatuses] = [
        "fresh": .fresh, "halfway": .halfway, "regressed": .regressed, "done": .done, "hostile": .hostile,
    ]

    private func text(_ format: any StatusFormat, _ sample: String) throws -> String {
        format.text(of: try #require(Self.samples[sample]).report)
    }

    @Test(.enabled(if: Python.can("schema")), arguments: samples.keys.sorted())
    func jsonMatchesItsSchema(sample: String) throws {
        try Python.expectValid("schema", [text(StatusJSONFormat(), sample)], schema: "status-report.v1.schema.json")
    }

    @Test(.enabled(if: Python.can("schema")))
    func theSchemaIsStrict() throws {
        let text = try text(StatusJSONFormat(), "halfway")
        for (part, other) in [
            ("\"standing\": \"running\"", "\"standing\": \"flying\""), ("\"sharedKeys\"", "\"keysShared\""),
            ("\"wave\": 1", "\"wave\": \"1\""), ("\"quiet\"", "\"loud\""),
        ] {
            let changed = text.replacingOccurrences(of: part, with: other)
            #expect(changed != text)
            let file = try Python.temporaryFile(changed)
            #expect(try Python.run("schema", [Python.schema("status-report.v1.schema.json"), file]).status == 1)
        }
    }

    @Test(
        .enabled(if: Python.can("schema")),
        arguments: ["order-api", "AKIARZPUZDIKK266JCYW", "shift/production/order-api/rollout"])
    func detailsMatchTheirSchema(name: String) throws {
        let migration = SampleStatuses.regressed.migration
        let subject = try #require(StatusSubject.named(name, in: migration).first)
        let event = LedgerEvent(
            sequence: 1, at: SampleStatuses.now, by: SampleStatuses.ada,
            entry: LedgerEntry(plan: "p", .note(Note(text: "x"))), previous: LedgerEvent.firstPrevious)
        var text = ""
        StatusDetailFormat.json.render(
            StatusDetail(of: subject, in: migration, events: [event], at: SampleStatuses.now), SampleStatuses.setting
        ) { text += $0 }
        try Python.expectValid("schema", [text], schema: "status-detail.v1.schema.json")
    }

    @Test(.enabled(if: Python.can("yaml")), arguments: samples.keys.sorted())
    func yamlSaysTheSameAsJSON(sample: String) throws {
        try Python.expectValid("yaml", [text(StatusJSONFormat(), sample), text(StatusYAMLFormat(), sample)])
    }

    @Test(.enabled(if: Python.can("statuscsv")), arguments: samples.keys.sorted())
    func csvHasTheSameCells(sample: String) throws {
        try Python.expectValid("statuscsv", [text(StatusJSONFormat(), sample), text(StatusCSVFormat(), sample)])
    }

    @Test(.enabled(if: Python.can("prometheus")), arguments: samples.keys.sorted())
    func prometheusReadsTheMetrics(sample: String) throws {
        try Python.expectValid(
            "prometheus", [text(StatusJSONFormat(), sample), text(StatusPrometheusFormat(), sample)])
    }

    @Test func markdownHasWhatATicketNeeds() throws {
        let text = try text(StatusMarkdownFormat(), "regressed")
        #expect(text.hasPrefix("# Off static keys: `prod-eu`\n\n**REGRESSED**: 3 of 6 services moved, "))
        #expect(
            text.contains(
                "- `shift/production/order-api/rollout` regressed: no-static-source holds no longer: The template of order-api has "
            ))
        #expect(text.contains("| `production/order-api` | 3/3 | 1/3 | 0/1 | regressed |\n"))
        #expect(text.contains("| `AKIARZPUZDIKK266JCYW` | WORKS AGAIN | 2026-11-18 | "))
    }

    @Test func markdownDoesNothing() throws {
        let text = try text(StatusMarkdownFormat(), "hostile")
        for part in ["<script", "<img", "<b>", "<svg", "\u{202e}", "\u{1b}"] { #expect(!text.contains(part)) }
    }
}
