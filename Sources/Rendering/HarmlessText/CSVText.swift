/// Writes fields and rows of CSV ([RFC 4180](https://www.rfc-editor.org/rfc/rfc4180)) that no spreadsheet executes.
enum CSVText {
    /// One row with its line break, CR LF as the RFC wants it.
    static func row(_ fields: [String]) -> String {
        fields.map(field).joined(separator: ",") + "\r\n"
    }

    /// A field: one visible line, never a formula, in quotes where the RFC wants them.
    static func field(_ text: String) -> String {
        let guarded = guardedAgainstFormulas(TerminalText.visible(text))
        guard guarded.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }) else {
            return guarded
        }
        let doubled = guarded.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
        return "\"\(doubled)\""
    }

    /// An apostrophe before what a spreadsheet would compute, as
    /// [OWASP advises](https://owasp.org/www-community/attacks/CSV_Injection).
    ///
    /// A single character computes nothing, so the `-` of standard input stays what it is.
    private static func guardedAgainstFormulas(_ text: String) -> String {
        let scalars = text.unicodeScalars
        guard let first = scalars.first, formulaStarts.contains(first), scalars.count > 1 else { return text }
        return "'" + text
    }

    /// The four signs and their full-width forms, which spreadsheets in East Asian locales take as well.
    private static let formulaStarts: Set<Unicode.Scalar> = [
        "=", "+", "-", "@", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
    ]
}
