public import MigrationModel

/// The report as a ticket: a table of the keys, their places and services, and what was not scanned.
///
/// In the dialect of GitHub, which other trackers read as well.
public struct MarkdownFormat: ScanFormat {
    /// `-o markdown`.
    public static let name = "markdown"

    /// Creates the format.
    public init() {}

    /// Prints a title, the summary, the keys, their places and services, and the lists of what else a person should know.
    public func render(_ report: ScanReport, _ setting: RenderSetting, to write: (String) -> Void) {
        let keys = report.openKeys + report.keys.filter { $0.allowed != nil }
        write("# Static cloud keys\n\n" + summary(report))
        if !keys.isEmpty {
            write("\n" + MarkdownKeyTable.head)
            for key in keys { write(MarkdownKeyTable.row(KeyDescription(key, now: report.generated))) }
            write("\n## Places\n")
            let namesInputs = report.namesInputs(setting.arguments)
            let services = KeyServices(report.trace)
            for key in keys {
                MarkdownPlaces(
                    key: key, services: services[key.name], blindSpots: report.trace.blindSpots,
                    namesInputs: namesInputs
                ).render(to: write)
            }
        }
        for list in MarkdownList.all(of: report) { list.render(to: write) }
    }

    private func summary(_ report: ScanReport) -> String {
        let summary = ScanSummary(report)
        let verdict = summary.verdict.map { "**\(MarkdownText.prose($0))**\n\n" } ?? ""
        return verdict + MarkdownText.prose(summary.line) + "\n\nScanned "
            + MarkdownText.code(report.generated) + "\n"
    }
}
