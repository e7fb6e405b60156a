/// Characters that a person cannot see and a terminal or an editor may obey.
///
/// Names from a cluster may hold escape sequences (C0, DEL, C1), or characters that reorder or hide text
/// (Unicode Technical Standard 55, section 4; CVE-2021-42574).
enum HiddenCharacters {
    /// Whether a character is to be written as an escape.
    static func contains(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0..<0x20, 0x7F..<0xA0: true  // C0, DEL and C1.
        case 0xAD, 0x61C, 0x180E, 0xFEFF: true  // Soft hyphen, marks.
        case 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F: true  // Zero width, line breaks, direction.
        case 0xFFF9...0xFFFB, 0xE0000...0xE007F: true  // Annotations, tags.
        default: false
        }
    }

    /// The text with each hidden character as `\n`, `\t`, `\r` or `\u001b`; everything else as it is.
    static func escaped(in text: String) -> String {
        guard text.unicodeScalars.contains(where: contains) else { return text }
        var result = ""
        for scalar in text.unicodeScalars {
            if contains(scalar) { result += escape(for: scalar) } else { result.unicodeScalars.append(scalar) }
        }
        return result
    }

    /// The escape as JSON (RFC 8259 section 7) writes it, beyond U+FFFF as two surrogates.
    static func escape(for scalar: Unicode.Scalar) -> String {
        switch scalar {
        case "\n": "\\n"
        case "\r": "\\r"
        case "\t": "\\t"
        default:
            UTF16.encode(scalar).map { units in units.map(escape(forUnit:)).joined() } ?? ""
        }
    }

    /// The escape as YAML (1.2.2, section 5.7) writes it in double quotes, which has no surrogates.
    static func yamlEscape(for scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        let width = scalar.value > 0xFFFF ? 8 : 4
        return (width == 8 ? "\\U" : "\\u") + String(repeating: "0", count: width - digits.count) + digits
    }

    private static func escape(forUnit unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }
}
