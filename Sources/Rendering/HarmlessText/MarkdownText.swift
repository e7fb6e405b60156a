/// Puts text into GitHub-flavoured Markdown so that it is shown and nothing else: no markup, HTML, mention or link.
enum MarkdownText {
    /// A code span, in which neither markup nor mentions nor links work.
    ///
    /// - Parameters:
    ///   - text: any text; it becomes one visible line.
    ///   - isInTable: whether the span stands in a table, where a pipe ends the cell even inside of code
    ///     ([GFM, section 4.10](https://github.github.com/gfm/#tables-extension-)).
    static func code(_ text: String, isInTable: Bool) -> String {
        var line = TerminalText.visible(text)
        // An empty code span does not exist.
        if line.isEmpty { return "" }
        if isInTable { line = line.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|") }
        let fence = String(repeating: "`", count: longestRun(of: "`", in: line) + 1)
        let pad = line.first == "`" || line.last == "`" || line.first == " " || line.last == " " ? " " : ""
        return fence + pad + line + pad + fence
    }

    /// A code span outside of tables.
    static func code(_ text: String) -> String { code(text, isInTable: false) }

    /// Running text on one line.
    ///
    /// ASCII punctuation is escaped (CommonMark, section 2.4). Mentions, issue numbers and bare links are made after
    /// that from the plain text, so a zero-width space takes them apart.
    static func prose(_ text: String) -> String {
        var result = ""
        for scalar in TerminalText.visible(text).unicodeScalars {
            switch scalar {
            case "@", "#", ":": result += "\(escaped(scalar))&#8203;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "&": result += "&amp;"
            default: result += escaped(scalar)
            }
        }
        return result
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        "\\`*_{}[]#+|~!".unicodeScalars.contains(scalar) ? "\\\(scalar)" : String(scalar)
    }

    private static func longestRun(of character: Character, in text: String) -> Int {
        var (longest, current) = (0, 0)
        for candidate in text {
            current = candidate == character ? current + 1 : 0
            longest = max(longest, current)
        }
        return longest
    }
}
