import StructuredText

/// Quoted values of settings and shell words.
enum Quotation {
    /// Where the closing quote stands; a backslash protects one that is not single.
    static func end(_ text: Span<UInt8>, _ range: Range<Int>, _ quote: UInt8, isTriple: Bool = false) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = text[index]
            if byte == UInt8(ascii: "\\"), quote == 0x22 {
                index += 2
                continue
            }
            if byte == quote, !isTriple || (text.has("\"\"\"", at: index) || text.has("'''", at: index)) {
                return index
            }
            index += 1
        }
        return nil
    }

    /// Appends the inside of quotes, with `\n`, `\t`, `\u0041` and escaped characters resolved where they count.
    static func append(_ text: Span<UInt8>, _ range: Range<Int>, escapes: Bool, to output: inout [UInt8]) {
        guard escapes, text.contains(UInt8(ascii: "\\"), in: range) else {
            output.append(contentsOf: [UInt8](copying: text.extracting(range)))
            return
        }
        var index = range.lowerBound
        while index < range.upperBound {
            guard text[index] == UInt8(ascii: "\\"), index + 1 < range.upperBound else {
                output.append(text[index])
                index += 1
                continue
            }
            index += appendEscape(text, index + 1, range.upperBound, &output) + 1
        }
    }

    /// Whether a line goes on: it ends in an odd number of backslashes.
    static func endsInBackslash(_ text: Span<UInt8>, _ range: Range<Int>) -> Bool {
        var index = range.upperBound
        while index > range.lowerBound, text[index - 1] == UInt8(ascii: "\\") { index -= 1 }
        return (range.upperBound - index) % 2 == 1
    }

    /// Appends what stands behind a backslash, and returns its length.
    private static func appendEscape(_ text: Span<UInt8>, _ index: Int, _ end: Int, _ output: inout [UInt8]) -> Int {
        switch text[index] {
        case UInt8(ascii: "n"): output.append(10)
        case UInt8(ascii: "t"): output.append(9)
        case UInt8(ascii: "r"): output.append(13)
        case UInt8(ascii: "u"):
            guard let unit = unit(text, index + 1, end) else {
                output.append(text[index])
                return 1
            }
            output.append(scalar: unit)
            return 5
        default: output.append(text[index])
        }
        return 1
    }

    private static func unit(_ text: Span<UInt8>, _ index: Int, _ end: Int) -> UInt32? {
        guard index + 4 <= end else { return nil }
        var value: UInt32 = 0
        for offset in 0..<4 {
            guard let digit = text[index + offset].hexadecimalValue else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
