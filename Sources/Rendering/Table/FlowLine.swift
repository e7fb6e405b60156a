/// A line of cells that goes on below where the terminal ends, instead of being broken anywhere.
struct FlowLine {
    /// A piece of the line that is never broken.
    struct Cell {
        /// What is printed; visible text.
        var text: String
        /// How it is printed.
        var emphasis: TerminalStyle.Emphasis?
        /// Columns that it fills at least, when something follows on the line.
        var minimumWidth = 0
    }

    /// The cells; empty ones only keep their room.
    var cells: [Cell]
    /// Columns before the first line.
    var indent = 0
    /// Columns before the lines that go on.
    var hangingIndent = 4

    /// The line, or lines, each ending with a line break.
    func text(width: Int?, style: TerminalStyle) -> String {
        var (result, column, pad) = (Self.blanks(indent), indent, 0)
        var isLineEmpty = true
        for cell in cells {
            let cellWidth = TerminalText.width(cell.text)
            if !cell.text.isEmpty {
                if !isLineEmpty, let width, column + pad + cellWidth > width {
                    result += "\n" + Self.blanks(hangingIndent)
                    (column, pad) = (hangingIndent, 0)
                }
                result += Self.blanks(pad) + style.apply(cell.emphasis, to: cell.text)
                column += pad + cellWidth
                pad = 0
                isLineEmpty = false
            }
            if max(cellWidth, cell.minimumWidth) > 0 {
                pad += max(cellWidth, cell.minimumWidth) - cellWidth + 2
            }
        }
        return result + "\n"
    }

    private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}
