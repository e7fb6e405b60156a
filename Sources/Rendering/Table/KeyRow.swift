internal import MigrationModel

/// The line of one key.
struct KeyRow {
    /// Columns that stand under each other.
    var columns: [FlowLine.Cell]
    /// What only some keys have.
    var marks: [FlowLine.Cell]

    /// Describes a key at the time of the report.
    init(_ key: StaticKey, at now: String) {
        let emphasis: TerminalStyle.Emphasis? = key.allowed != nil || key.nature == .bait ? .faint : nil
        columns = [
            FlowLine.Cell(text: TerminalText.visible(key.identity.id), emphasis: emphasis ?? .strong),
            FlowLine.Cell(text: key.identity.kind.words, emphasis: emphasis),
            FlowLine.Cell(text: TerminalText.visible(key.identity.owner ?? ""), emphasis: emphasis),
            key.secretHalfPresent
                ? FlowLine.Cell(text: "paired", emphasis: emphasis ?? .alarm)
                : FlowLine.Cell(text: "id only", emphasis: emphasis),
            FlowLine.Cell(text: Age.oldest(of: key, at: now) ?? "", emphasis: emphasis),
        ]
        marks = Self.marks(of: key)
    }

    private static func marks(of key: StaticKey) -> [FlowLine.Cell] {
        var marks = key.managerWords.map { FlowLine.Cell(text: "by " + TerminalText.visible($0)) }
        if key.isInImmutableCarrier { marks.append(FlowLine.Cell(text: "immutable")) }
        switch key.nature {
        case .bait: marks.append(FlowLine.Cell(text: "bait: leave it in place", emphasis: .warning))
        case .thirdParty(let host):
            marks.append(FlowLine.Cell(text: "not AWS: " + TerminalText.visible(host), emphasis: .warning))
        case .ordinary: break
        }
        if let allowed = key.allowed {
            marks.append(FlowLine.Cell(text: "allowed until " + TerminalText.visible(allowed.expires), emphasis: .good))
        }
        return marks
    }
}

/// Puts the columns of all keys under each other where the terminal has room for it.
struct KeyColumns {
    /// The least width of each column; nothing where they would not fit.
    let widths: [Int]

    /// Longer cells stand out of their column instead of moving everybody else's.
    private static let widest = 44

    /// Measures the rows.
    init(_ rows: some Sequence<KeyRow>, width: Int?) {
        var widths: [Int] = []
        for row in rows {
            for (index, cell) in row.columns.enumerated() {
                if index == widths.count { widths.append(0) }
                let cellWidth = TerminalText.width(cell.text)
                if cellWidth <= Self.widest { widths[index] = max(widths[index], cellWidth) }
            }
        }
        let total = widths.reduce(0) { $0 + ($1 > 0 ? $1 + 2 : 0) } - 2
        self.widths = width.map { total <= $0 } ?? true ? widths : widths.map { _ in 0 }
    }

    /// The line of a key.
    func line(for row: KeyRow) -> FlowLine {
        var cells = row.columns
        for (index, width) in widths.enumerated() where index < cells.count { cells[index].minimumWidth = width }
        return FlowLine(cells: cells + row.marks)
    }
}
