public import MigrationModel

/// The report for a ticket or a pull request, in GitHub-flavoured Markdown.
public struct MarkdownFormat: ReportFormat {
    /// `-o markdown`.
    public let name = "markdown"

    /// Writes the summary, an overview of the keys, their places, and what needs attention.
    public func write(
        _ report: ScanReport, for presentation: Presentation, to sink: (String) throws -> Void
    ) rethrows {
        try sink(Self.summary(of: report))
        if !report.keys.isEmpty { try sink("\n" + MarkdownTable.head(KeySection.columns)) }
        for key in report.keys { try sink(KeySection.row(for: key, at: report.generated)) }
        for key in report.keys { try sink(KeySection.places(of: key, presentation)) }
        try sink(AttentionSections.text(of: report))
        if let command = NextCommand.afterScan(report, presentation) {
            try sink("\nNext: \(MarkdownText.code(command))\n")
        }
    }

    private static func summary(of report: ScanReport) -> String {
        let tally = ReportTally(report)
        var text = "## Static cloud keys\n\n\(MarkdownText.prose(SummarySentences.keys(tally)))\n"
        if let lookAlikes = SummarySentences.lookAlikes(report, tally) { text += MarkdownText.prose(lookAlikes) + "\n" }
        text += "\(SummarySentences.amount(tally)) As of \(report.generated).\n"
        if let partial = SummarySentences.partial(tally) { text += "\n**\(partial)**\n" }
        return text
    }
}
