import MigrationModel
import Rendering
import Testing

/// The complete texts of the formats of explanations.
struct ExplanationFormatsTests {
    @Test func findsAFormatByItsName() {
        #expect(ExplanationFormats.named("table") is ExplanationTableFormat)
        #expect(ExplanationFormats.named("csv") == nil)
        #expect(ExplanationFormats.all.map { type(of: $0).name } == ["table", "json", "yaml", "markdown"])
    }

    @Test func printsEverything() throws {
        for format in ExplanationFormats.all {
            let name = "explanation." + type(of: format).name
            try expectBaseline(format.text(of: MachineReports.explanation), name)
        }
    }

    @Test func printsThatThereIsNothing() throws {
        for format in ExplanationFormats.all {
            let name = "no-explanation." + type(of: format).name
            try expectBaseline(format.text(of: MachineReports.noExplanation), name)
        }
    }

    @Test func hasNoHiddenCharacters() {
        for format in ExplanationFormats.all {
            let found = hiddenCharacters(in: format.text(of: MachineReports.explanation))
            #expect(found.isEmpty, "\(type(of: format))")
        }
    }

    @Test(.enabled(if: Python.can("schema")))
    func matchesItsSchema() throws {
        for explanation in [MachineReports.explanation, MachineReports.noExplanation] {
            try Python.expectValid(
                "schema", [ExplanationJSONFormat().text(of: explanation)], schema: "explanation.v1.schema.json")
        }
    }

    @Test(.enabled(if: Python.can("yaml")))
    func yamlSaysTheSameAsJSON() throws {
        for explanation in [MachineReports.explanation, MachineReports.noExplanation] {
            try Python.expectValid(
                "yaml", [ExplanationJSONFormat().text(of: explanation), ExplanationYAMLFormat().text(of: explanation)])
        }
    }
}
