/// Which texts some reader of YAML would not read as a string if they were written without quotes.
///
/// Wider than the types of [YAML 1.1](https://yaml.org/type/) and the core schema of
/// [YAML 1.2](https://yaml.org/spec/1.2.2/#103-core-schema) together: quotes too many do no harm.
enum PlainAmbiguity {
    private static let words: Set<String> = [
        "~", "null", "true", "false", "yes", "no", "on", "off", "y", "n", "<<", "=",
        ".inf", "+.inf", "-.inf", ".nan",
    ]

    /// Bytes of the longest of them; letters outside of ASCII that are lowered to ASCII have three at most.
    private static let longestWord = 15

    /// Whether quotes are needed to keep the text a string.
    static func isAmbiguous(_ text: String) -> Bool {
        guard text.utf8.count <= longestWord else { return looksNumeric(text.utf8) }
        return text.isEmpty || words.contains(text.lowercased()) || looksNumeric(text.utf8)
    }

    /// Integers of any base, floats, sexagesimal numbers, dates and times all begin like a number and hold nothing
    /// but these characters.
    private static func looksNumeric(_ text: String.UTF8View) -> Bool {
        var rest = text[...]
        while let first = rest.first, "+-.".utf8.contains(first) { rest = rest.dropFirst() }
        guard let first = rest.first, isDigit(first) else { return false }
        return rest.allSatisfy { isDigit($0) || "abcdefABCDEFxXoO_+-.:tTzZ ".utf8.contains($0) }
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
    }
}
