/// A row of RFC 4180 whose cells no spreadsheet runs.
enum CSVRow {
    /// So many names of objects fit into a cell: spreadsheets take 32,767 characters.
    static let mostNames = 50

    /// The row of some cells, ended by CR LF.
    static func text(_ cells: [String]) -> String {
        cells.map(text(ofCell:)).joined(separator: ",") + "\r\n"
    }

    private static func text(ofCell cell: String) -> String {
        let text = (startsFormula(cell) ? "'" : "") + HiddenCharacters.escaped(in: cell)
        let needsQuotes = text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
        guard needsQuotes else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    /// Whether a spreadsheet might run the cell: https://owasp.org/www-community/attacks/CSV_Injection, which lists the
    /// full-width signs as well.
    private static func startsFormula(_ cell: String) -> Bool {
        switch cell.unicodeScalars.first {
        case "=", "+", "-", "@", "\t", "\r", "\n": true
        case "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}": true
        default: false
        }
    }
}
