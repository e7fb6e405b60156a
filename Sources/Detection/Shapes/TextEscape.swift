/// Recognises an escape sequence that ends right before a token, whose last letter would otherwise look like a part of it.
///
/// `\nAKIA…` in a shell script and `%3DAKIA…` in a query string both hold a whole key id.
enum TextEscape {
    /// Whether `\n`, `\r`, `\t`, `\u0022` or `%3D` ends at `offset`.
    static func ends(before offset: Int, in text: [UInt8]) -> Bool {
        letterEscape(before: offset, in: text) || percentEscape(before: offset, in: text)
            || unicodeEscape(before: offset, in: text)
    }

    private static func letterEscape(before offset: Int, in text: [UInt8]) -> Bool {
        guard offset >= 2, text[offset - 2] == UInt8(ascii: "\\") else { return false }
        let letter = text[offset - 1]
        return letter == UInt8(ascii: "n") || letter == UInt8(ascii: "r") || letter == UInt8(ascii: "t")
    }

    private static func percentEscape(before offset: Int, in text: [UInt8]) -> Bool {
        offset >= 3 && text[offset - 3] == UInt8(ascii: "%") && text[offset - 2].isHex && text[offset - 1].isHex
    }

    private static func unicodeEscape(before offset: Int, in text: [UInt8]) -> Bool {
        offset >= 6 && text[offset - 6] == UInt8(ascii: "\\") && text[offset - 5] == UInt8(ascii: "u")
            && text[(offset - 4)..<offset].allSatisfy(\.isHex)
    }
}
