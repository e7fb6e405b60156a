import StructuredText

/// Character references and the five entities that XML has without a declaration (XML 1.0, sections 4.1 and 4.6).
enum XMLEntities {
    /// Appends a text with its entities resolved; unknown ones stay as they are.
    static func append(_ text: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
        var index = range.lowerBound
        while index < range.upperBound {
            if text[index] == UInt8(ascii: "&"), let (scalar, length) = entity(text, index, range.upperBound) {
                output.append(scalar: scalar)
                index += length
            } else {
                output.append(text[index])
                index += 1
            }
        }
    }

    private static func entity(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> (scalar: UInt32, length: Int)? {
        let names: [(StaticString, UInt32)] = [
            ("&amp;", 0x26), ("&lt;", 0x3c), ("&gt;", 0x3e), ("&quot;", 0x22), ("&apos;", 0x27),
        ]
        for (name, scalar) in names where start + name.utf8CodeUnitCount <= end && text.has(name, at: start) {
            return (scalar, name.utf8CodeUnitCount)
        }
        guard text.has("&#", at: start), start + 3 < end else { return nil }
        let isHexadecimal = text[start + 2] | 0x20 == UInt8(ascii: "x")
        var (index, value) = (start + (isHexadecimal ? 3 : 2), UInt32(0))
        let first = index
        while index < end, index - first < 8, let digit = text[index].hexadecimalValue, isHexadecimal || digit < 10 {
            value = (value &* (isHexadecimal ? 16 : 10)) &+ UInt32(digit)
            index += 1
        }
        guard index > first, index < end, text[index] == UInt8(ascii: ";") else { return nil }
        return (value, index + 1 - start)
    }
}
