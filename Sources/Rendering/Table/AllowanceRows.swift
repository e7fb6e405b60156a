internal import MigrationModel

/// The sections of a table about allowlist entries that cover nothing.
struct AllowanceRows {
    private var title: String
    private var allowances: [Allowance]

    /// The sections in their order; those without entries are left out.
    static func sections(of report: ScanReport) -> [AllowanceRows] {
        [
            AllowanceRows(title: "Expired allowlist entries", allowances: report.expiredAllowances),
            AllowanceRows(title: "Allowlist entries that match nothing", allowances: report.unusedAllowances),
        ].filter { !$0.allowances.isEmpty }
    }

    /// The section with its title.
    func text(width: Int?, style: TerminalStyle) -> String {
        var text = style.apply(.warning, to: "\(title) (\(Count.grouped(allowances.count)))") + "\n"
        for allowance in allowances {
            let texts = [
                allowance.key, allowance.place ?? "everywhere", "until \(allowance.expires)", allowance.reason,
            ]
            let cells = texts.map { FlowLine.Cell(text: TerminalText.visible($0)) }
            text += FlowLine(cells: cells, indent: 2, hangingIndent: 6).text(width: width, style: style)
        }
        return text
    }
}
