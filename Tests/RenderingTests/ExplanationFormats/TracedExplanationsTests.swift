import MigrationModel
import Rendering
import Testing

/// The stories that a person sees, on terminals of several widths.
struct TracedExplanationsTests {
    private func setting(_ width: Int?) -> RenderSetting {
        RenderSetting(width: width, toolVersion: "1.0.0", arguments: ["dump.json.gz"])
    }

    @Test(arguments: [nil, 60, 100])
    func explainsAKey(width: Int?) throws {
        let name = "traced-explanation.\(width.map(String.init) ?? "pipe").table"
        try expectBaseline(ExplanationTableFormat().text(of: SampleExplanations.ofKey, setting(width)), name)
    }

    @Test func explainsAWorkloadOrNothing() throws {
        let format = ExplanationMarkdownFormat()
        try expectBaseline(format.text(of: SampleExplanations.ofWorkload, setting(nil)), "traced-workload.markdown")
        #expect(
            ExplanationTableFormat().text(of: SampleExplanations.ofNothing, setting(nil)) == """
                No consumer found; not in the input: Pods, CronJobs
                Next, for other programs: keyshift scan dump.json.gz --explain AKIARZPUZDIKABCDEFGH -o json

                """)
    }

    /// All that people see of names chosen to break a report.
    private func hostile(_ setting: RenderSetting) -> String {
        ExplanationTableFormat().text(of: MachineReports.explanation, setting)
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
