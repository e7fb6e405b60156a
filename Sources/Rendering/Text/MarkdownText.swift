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
        let isSimple = !harmless.utf8.contains(where: isSyntaxInCode)
        if isSimple, !harmless.hasPrefix(" "), !harmless.hasSuffix(" ") { return "`\(harmless)`" }
        // Trackers that drop the element still find no mention in it.
        return "<code>\(prose(harmless))</code>"
    }

    /// A sentence, in one line.
    static func prose(_ text: String) -> String {
        escaped(TerminalText.harmless(text)) { "@#".utf8.contains($0) ? "`\(UnicodeScalar($0))`" : entity($0) }
    }

    /// All syntax is ASCII, and no byte of another character is.
    private static func escaped(_ text: String, _ escape: (UInt8) -> String) -> String {
        var result: [UInt8] = []
        result.reserveCapacity(text.utf8.count + 16)
        var before = UInt8(ascii: " ")
        for byte in text.utf8 {
            if isSyntax(byte, after: before) { result += escape(byte).utf8 } else { result.append(byte) }
            before = byte
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Whether a character could begin or end anything: also `://` and `www.`, which make links without brackets.
    private static func isSyntax(_ byte: UInt8, after before: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "/"): before == UInt8(ascii: ":")
        case UInt8(ascii: "."): before == UInt8(ascii: "w")
        case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "#"),
            UInt8(ascii: "@"), UInt8(ascii: "~"), UInt8(ascii: "$"):
            true
        default: isSyntaxInCode(byte)
        }
    }

    private static func isSyntaxInCode(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "`"), UInt8(ascii: "|"), UInt8(ascii: "\\"), UInt8(ascii: "<"), UInt8(ascii: ">"),
            UInt8(ascii: "&"):
            true
        default: false
        }
    }

    /// A character reference, which is never syntax.
    private static func entity(_ byte: UInt8) -> String { "&#\(byte);" }
}
