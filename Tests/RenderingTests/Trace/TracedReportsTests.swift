import MigrationModel
import Rendering
import Testing

/// The scans that a person sees, on terminals of several widths.
struct TracedReportsTests {
    private func setting(_ width: Int?) -> RenderSetting {
        RenderSetting(width: width, toolVersion: "1.0.0", arguments: ["dump.json.gz"])
    }

    @Test(arguments: [nil, 60, 100])
    func printsAScan(width: Int?) throws {
        let name = "traced.\(width.map(String.init) ?? "pipe").table"
        try expectBaseline(TableFormat().text(of: SampleTraces.reported, setting(width)), name)
    }

    @Test func printsATicket() throws {
        try expectBaseline(MarkdownFormat().text(of: SampleTraces.reported, setting(nil)), "traced.markdown")
    }

    @Test func drawsAScan() throws {
        try expectBaseline(DotFormat().text(of: SampleTraces.reported), "traced.dot")
        try expectBaseline(MermaidFormat().text(of: SampleTraces.reported), "traced.mermaid")
    }

    /// All that people see of names chosen to break a report.
    private func hostile(_ setting: RenderSetting) -> String {
        TableFormat().text(of: MachineReports.full, setting)
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

    @Test func tellsAThousandEqualFindingsOnce() throws {
        var report = SampleTraces.reported
        report.trace.findings = SampleTraces.manyFindings
        let text = TableFormat().text(of: report, setting(nil))
        let section = text.split(separator: "Identities (2,000)\n").last?.split(separator: "\n\n").first
        #expect(
            section == """
                  node-role-fallback  Deployment shop/d1, Deployment shop/d2, Deployment shop/d3 and 997 more
                    Nothing but the node's role is left. Give it a ServiceAccount with a role.
                  credential-file-missing  Deployment shop/order-api
                    /file-1 is not there. Mount it.
                  credential-file-missing  Deployment shop/order-api
                    /file-2 is not there. Mount it.
                  credential-file-missing  Deployment shop/order-api
                    /file-3 is not there. Mount it.
                  credential-file-missing  Deployment shop/order-api
                    /file-4 is not there. Mount it.
                  credential-file-missing  Deployment shop/order-api
                    /file-5 is not there. Mount it.
                  credential-file-missing  … and 995 more of this code (-o json lists all)
                """)
    }
}
