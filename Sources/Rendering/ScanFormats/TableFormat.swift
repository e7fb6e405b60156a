public import MigrationModel

/// The report for a person at a terminal: a line per key, its places under it, a summary, the next command.
public struct TableFormat: ReportFormat {
    /// `-o table`, the default.
    public let name = "table"

    /// Writes keys, problems, allowlist entries that need attention, and the summary.
    public func write(
        _ report: ScanReport, for presentation: Presentation, to sink: (String) throws -> Void
    ) rethrows {
        let style = TerminalStyle(hasColour: presentation.hasColour)
        let columns = KeyColumns(
            report.keys.lazy.map { KeyRow($0, at: report.generated) }, width: presentation.width)
        for key in report.keys {
            let line = columns.line(for: KeyRow(key, at: report.generated))
            try sink(line.text(width: presentation.width, style: style))
            try sink(PlaceRows(key, presentation).text(style: style) + "\n")
        }
        for section in ProblemRows.sections(of: report) {
            try sink(section.text(width: presentation.width, style: style) + "\n")
        }
        for section in AllowanceRows.sections(of: report) {
            try sink(section.text(width: presentation.width, style: style) + "\n")
        }
        try sink(Self.summary(of: report, presentation, style))
    }

    private static func summary(
        of report: ScanReport, _ presentation: Presentation, _ style: TerminalStyle
    ) -> String {
        let tally = ReportTally(report)
        let isClean = tally.open == 0 && tally.notScanned == 0
        var cells = [FlowLine.Cell(text: SummarySentences.keys(tally), emphasis: isClean ? .good : .strong)]
        if let text = SummarySentences.lookAlikes(report, tally) { cells.append(FlowLine.Cell(text: text)) }
        cells.append(FlowLine.Cell(text: SummarySentences.amount(tally)))
        var text = ""
        for cell in cells {
            text += FlowLine(cells: [cell]).text(width: presentation.width, style: style)
        }
        if let partial = SummarySentences.partial(tally) { text += style.apply(.alarm, to: partial) + "\n" }
        if let command = NextCommand.afterScan(report, presentation) {
            text += style.apply(.faint, to: "Next:") + " \(command)\n"
        }
        return text
    }
}
