/// Puts text from a cluster into Markdown so that it shows as it is and does nothing.
///
/// A backslash before `@` or `#` does not help where tickets are shown: mentions and references to other tickets are
/// found after Markdown has become HTML, except in code. Syntax: <https://github.github.com/gfm/>.
enum MarkdownText {
    /// A name or a path, as code.
    static func code(_ text: String) -> String {
        let harmless = TerminalText.harmless(text)
        guard !harmless.isEmpty else { return "" }
        // A span of code knows no escapes, and a bar ends the cell of a table even there.
        let isSimple = !harmless.utf8.contains { "`|\\<>&".utf8.contains($0) }
        if isSimple, !harmless.hasPrefix(" "), !harmless.hasSuffix(" ") { return "`\(harmless)`" }
        // Trackers that drop the element still find no mention in it.
        return "<code>\(prose(harmless))</code>"
    }

    /// A sentence, in one line.
    static func prose(_ text: String) -> String {
        escaped(TerminalText.harmless(text)) { "@#".utf8.contains($0) ? "`\(UnicodeScalar($0))`" : entity($0) }
    }

    private static func escaped(_ text: String, _ escape: (UInt8) -> String) -> String {
        var result = ""
        var before: Unicode.Scalar = " "
        for scalar in text.unicodeScalars {
            if isSyntax(scalar, after: before) {
                result += escape(UInt8(truncatingIfNeeded: scalar.value))
            } else {
                result.unicodeScalars.append(scalar)
            }
            before = scalar
        }
        return result
    }

    /// Whether a character could begin or end anything: also `://` and `www.`, which make links without brackets.
    private static func isSyntax(_ scalar: Unicode.Scalar, after before: Unicode.Scalar) -> Bool {
        switch scalar {
        case "/": before == ":"
        case ".": before == "w"
        default: "`|\\<>&*_[]#@~$".unicodeScalars.contains(scalar)
        }
    }

    /// A character reference, which is never syntax.
    private static func entity(_ byte: UInt8) -> String { "&#\(byte);" }
}
