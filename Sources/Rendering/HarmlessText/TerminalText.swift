/// Makes text from a cluster safe to print on a terminal, and tells how much room it takes there.
///
/// Names, paths and messages can hold escape sequences that move the cursor or retitle the window, line breaks that
/// forge a line of the report, and bidirectional overrides that show another text than the bytes say
/// (CVE-2021-42574, [Trojan Source](https://trojansource.codes)). All of these are shown instead of obeyed.
enum TerminalText {
    /// The text on one line with everything invisible written out: `\n`, `\x1b`, `\u{202e}`.
    ///
    /// A backslash of the text itself stays one; the result is for eyes and not to be read back.
    static func visible(_ text: String) -> String {
        if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isHarmless(scalar) { result.unicodeScalars.append(scalar) } else { result += escape(scalar) }
        }
        return result
    }

    /// Whether a scalar is seen as what it is, and does nothing else.
    static func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value >= 0x20 }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .privateUse: return false
        default: return !scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    /// How many columns the text takes once it is visible.
    static func width(_ text: String) -> Int {
        if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 }) { return text.utf8.count }
        return text.unicodeScalars.reduce(0) { $0 + DisplayWidth.columns(of: $1) }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar.value {
        case 0x09: "\\t"
        case 0x0A: "\\n"
        case 0x0D: "\\r"
        case 0..<0x80: (scalar.value < 0x10 ? "\\x0" : "\\x") + String(scalar.value, radix: 16)
        default: "\\u{" + String(scalar.value, radix: 16) + "}"
        }
    }
}
