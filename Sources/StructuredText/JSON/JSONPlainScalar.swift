/// The scalars without quotes: `true`, `false`, `null` and numbers (RFC 8259 sections 3 and 6).
enum JSONPlainScalar {
    /// The first position that cannot belong to such a scalar.
    static func end(in bytes: Span<UInt8>, from start: Int) -> Int {
        var end = start
        while end < bytes.count, isPart(bytes[end]) { end += 1 }
        return end
    }

    /// Whether a byte may stand right behind such a scalar, or is judged as what follows it.
    static func mayFollow(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"), UInt8(ascii: "\""),
            UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"),
            UInt8(ascii: ","):
            true
        default:
            false
        }
    }

    /// Whether the text is one of the three words or a number as the grammar has it: no leading zero, no bare dot.
    static func isValid(_ text: Span<UInt8>) -> Bool {
        guard let first = text.isEmpty ? nil : text[0] else { return false }
        switch first {
        case UInt8(ascii: "t"): return equals(text, "true")
        case UInt8(ascii: "f"): return equals(text, "false")
        case UInt8(ascii: "n"): return equals(text, "null")
        default: return isNumber(text)
        }
    }

    private static func isPart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default:
            false
        }
    }

    private static func equals(_ text: Span<UInt8>, _ word: StaticString) -> Bool {
        guard text.count == word.utf8CodeUnitCount else { return false }
        for index in text.indices where text[index] != word.utf8Start[index] { return false }
        return true
    }

    private static func isNumber(_ text: Span<UInt8>) -> Bool {
        var index = text[0] == UInt8(ascii: "-") ? 1 : 0
        let integer = digits(text, &index)
        guard integer > 0, integer == 1 || text[index - integer] != UInt8(ascii: "0") else { return false }
        if index < text.count, text[index] == UInt8(ascii: ".") {
            index += 1
            guard digits(text, &index) > 0 else { return false }
        }
        if index < text.count, text[index] | 0x20 == UInt8(ascii: "e") {
            index += 1
            if index < text.count, text[index] == UInt8(ascii: "+") || text[index] == UInt8(ascii: "-") { index += 1 }
            guard digits(text, &index) > 0 else { return false }
        }
        return index == text.count
    }

    /// Moves behind the digits that begin here and returns how many there are.
    private static func digits(_ text: Span<UInt8>, _ index: inout Int) -> Int {
        let start = index
        while index < text.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[index]) { index += 1 }
        return index - start
    }
}
