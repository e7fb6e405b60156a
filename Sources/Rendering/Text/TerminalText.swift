/// Makes text from a cluster harmless to print, and says how many columns it takes.
///
/// Whoever may create objects chooses names and field names, so these are data: an escape sequence in one could clear
/// the screen, a line break could forge a line of the report, and a bidirectional override could make one name look like
/// another (Unicode Standard Annex 9; Unicode Technical Report 36, section 2.5).
public enum TerminalText {
    /// The text with everything that steers a terminal or cannot be seen written out: `\x1b`, `\u{202e}`.
    public static func harmless(_ text: String) -> String {
        // Nearly all is plain, which is seen fastest in one piece of memory.
        let isPlain = text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy { 0x20...0x7E ~= $0 } }
        guard isPlain != true else { return text }
        var result = ""
        var marks = 0
        for scalar in text.unicodeScalars {
            marks = isMark(scalar) ? marks + 1 : 0
            // A mark alone would sit on what the report prints before the text; many would cover the lines around it.
            let isStray = marks > 0 && (result.isEmpty || marks > mostMarks)
            if isStray || isInvisible(scalar) {
                result += escape(scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// The columns that harmless text takes on a terminal: two for wide East Asian characters and emoji, none for marks.
    public static func width(_ text: String) -> Int {
        let utf8 = text.utf8
        guard utf8.contains(where: { $0 > 0x7E }) else { return utf8.count }
        return text.unicodeScalars.reduce(0) { $0 + columns(of: $1) }
    }

    /// The columns that one scalar takes.
    static func columns(of scalar: Unicode.Scalar) -> Int {
        if scalar.value < 0x300 { return 1 }
        if isMark(scalar) { return 0 }
        return WideCharacters.contains(scalar) ? 2 : 1
    }

    private static let mostMarks = 4

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x300 else { return false }
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: return true
        default: return false
        }
    }

    private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value < 0x20 }
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator, .unassigned, .surrogate: return true
        default: return scalar.properties.isDefaultIgnorableCodePoint
        }
    }

    private static func escape(_ scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": return "\\n"
        case "\r": return "\\r"
        case "\t": return "\\t"
        default: break
        }
        let hexadecimal = String(scalar.value, radix: 16)
        guard scalar.value < 0x80 else { return "\\u{\(hexadecimal)}" }
        return "\\x" + (hexadecimal.utf8.count < 2 ? "0" : "") + hexadecimal
    }
}
