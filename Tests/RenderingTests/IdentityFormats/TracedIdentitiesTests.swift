import MigrationModel
import Rendering
import Testing

/// The inventory that a person sees, on terminals of several widths.
struct TracedIdentitiesTests {
    private func setting(_ width: Int?) -> RenderSetting {
        RenderSetting(width: width, toolVersion: "1.0.0", arguments: ["dump.json.gz"])
    }

    @Test(arguments: [nil, 60, 100])
    func printsAnInventory(width: Int?) throws {
        let quiet = (1...40).map { number in
            IdentityRecord(
                input: SampleTraces.input,
                serviceAccount: ObjectReference(
                    apiVersion: "v1", kind: "ServiceAccount", namespace: "shop", name: "quiet-\(number)"),
                mountsNeedlessToken: number < 3)
        }
        let report = IdentityReport(
            generated: SampleReports.generated, inputs: SampleTraces.reported.inputs,
            records: [SampleTraces.record] + quiet, findings: SampleTraces.findings)
        let name = "traced-identities.\(width.map(String.init) ?? "pipe").table"
        try expectBaseline(IdentityTableFormat().text(of: report, setting(width)), name)
    }

    /// All that people see of names chosen to break a report.
    private func hostile(_ setting: RenderSetting) -> String {
        IdentityTableFormat().text(of: MachineReports.identities, setting)
    }

    @Test(arguments: [30, 40, 60, 80, 160])
    func keepsWithinTheTerminal(width: Int) {
        // All but the command, which is to be copied.
        let lines = hostile(setting(width)).split(separator: "\n").dropLast()
        #expect(lines.allSatisfy { TerminalText.width(String($0)) <= width }, "\(width) columns")
    }

    @Test func tellsNothingByColourAlone() {
        var coloured = setting(80)
        coloured.hasColour = true
        let plain = hostile(setting(80))
        #expect(hostile(coloured) != plain)
        #expect(hostile(coloured).replacing(/\u{1b}\[[0-9]+m/, with: "") == plain)
    }
}
