internal import StructuredText

/// JSON that means the same wherever it is printed.
enum JSONText {
    /// The text of a value; scalars that would do something on a terminal are escaped, which no reader notices.
    ///
    /// RFC 8259 wants only C0 controls escaped. A single C1 control (U+009B) begins an escape sequence as well, and
    /// bidirectional overrides reorder the line. Outside of strings JSON holds no such scalar.
    static func text(for value: StructuredValue, pretty: Bool) -> String {
        let text = JSONWriter.text(for: value, pretty: pretty)
        guard text.unicodeScalars.contains(where: isHarmful) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if isHarmful(scalar) {
                for unit in String(scalar).utf16 { result += escape(unit) }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func isHarmful(_ scalar: Unicode.Scalar) -> Bool {
        scalar.value >= 0x7F && !TerminalText.isHarmless(scalar)
    }

    private static func escape(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
