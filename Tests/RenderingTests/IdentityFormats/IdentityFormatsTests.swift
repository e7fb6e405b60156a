import MigrationModel
import Rendering
import Testing

/// The complete texts of the formats of inventories.
struct IdentityFormatsTests {
    @Test func findsAFormatByItsName() {
        #expect(IdentityFormats.named("table") is IdentityTableFormat)
        #expect(IdentityFormats.named("sarif") == nil)
        #expect(IdentityFormats.all.map { type(of: $0).name } == ["table", "json", "yaml", "jsonl", "csv", "markdown"])
    }

    @Test func printsEverything() throws {
        for format in IdentityFormats.all {
            let name = "identities." + type(of: format).name
            try expectBaseline(format.text(of: MachineReports.identities), name)
        }
    }

    @Test func printsAnEmptyCluster() throws {
        for format in IdentityFormats.all {
            let name = "no-identities." + type(of: format).name
            try expectBaseline(format.text(of: MachineReports.noIdentities), name)
        }
    }

    @Test func hasNoHiddenCharacters() {
        for format in IdentityFormats.all {
            let found = hiddenCharacters(in: format.text(of: MachineReports.identities))
            #expect(found.isEmpty, "\(type(of: format))")
        }
    }

    @Test(.enabled(if: Python.can("schema")))
    func matchesItsSchemas() throws {
        for report in [MachineReports.identities, MachineReports.noIdentities] {
            try Python.expectValid(
                "schema", [IdentityJSONFormat().text(of: report)], schema: "identity-report.v1.schema.json")
            try Python.expectValid(
                "lines", [IdentityJSONLinesFormat().text(of: report)], schema: "identity-line.v1.schema.json")
        }
    }

    @Test(.enabled(if: Python.can("yaml")))
    func yamlSaysTheSameAsJSON() throws {
        for report in [MachineReports.identities, MachineReports.noIdentities] {
            try Python.expectValid(
                "yaml", [IdentityJSONFormat().text(of: report), IdentityYAMLFormat().text(of: report)])
        }
    }

    @Test(.enabled(if: Python.can("csv")))
    func csvHasTheSameCells() throws {
        let report = MachineReports.identities
        try Python.expectValid(
            "identitycsv", [IdentityJSONFormat().text(of: report), IdentityCSVFormat().text(of: report)])
    }
}
