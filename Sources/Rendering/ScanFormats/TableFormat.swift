public import MigrationModel

/// The report for a person at a terminal: a line per key, its places and services under it, and what to do next.
///
/// On a terminal lines go on in the next one and paths lose their middle; elsewhere nothing is cut.
public struct TableFormat: ScanFormat {
    /// `-o table`, the default.
    public static let name = "table"

    /// Creates the format.
    public init() {}

    /// Prints keys, services that share them, identities, what was not scanned, warnings, the allowlist's leftovers, a summary and the next command.
    public func render(_ report: ScanReport, _ setting: RenderSetting, to write: (String) -> Void) {
        let namesInputs = report.namesInputs(setting.arguments)
        // What has to be done stands before what may stay.
        let keys = report.openKeys + report.keys.filter { $0.allowed != nil }
        let services = KeyServices(report.trace)
        let blindSpots = report.trace.blindSpots
        let columns = TableColumns(keys, now: report.generated, width: setting.width)
        for key in keys {
            var flow = LineFlow(setting)
            flow.line(columns.row(KeyDescription(key, now: report.generated)), continuation: 2)
            TablePlaces(key.sightings, namesInputs: namesInputs, width: setting.width).add(to: &flow)
            TableServices(services[key.name], blindSpots: blindSpots, namesInputs: report.inputs.count > 1)
                .add(to: &flow)
            flow.gap()
            write(flow.text)
        }
        for section in TableSection.all(of: report, namesInputs: report.inputs.count > 1) {
            var flow = LineFlow(setting)
            section.add(to: &flow)
            flow.gap()
            write(flow.text)
        }
        write(conclusion(report, setting))
    }

    private func conclusion(_ report: ScanReport, _ setting: RenderSetting) -> String {
        var flow = LineFlow(setting)
        let summary = ScanSummary(report)
        if let verdict = summary.verdict { flow.line([StyledText(verdict, .bold, .wraps)], continuation: 0) }
        flow.line([StyledText(summary.line, .plain, .wraps)], continuation: 2)
        // Never wrapped, so that it can be copied.
        return flow.text + TerminalText.harmless(NextCommand(report, setting.arguments).line) + "\n"
    }
}
