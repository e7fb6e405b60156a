import StructuredText

/// Goes through the attributes of a tag.
struct XMLAttributes {
    private var range: Range<Int>

    /// Starts behind the name of the element.
    init(_ range: Range<Int>) { self.range = range }

    /// The next attribute with a value; `nil` behind the last.
    mutating func next(in text: Span<UInt8>) -> (name: Range<Int>, value: Range<Int>)? {
        guard let equals = text.position(of: UInt8(ascii: "="), in: range) else { return nil }
        let before = text.trimmed(range.lowerBound..<equals)
        var start = before.upperBound
        while start > before.lowerBound, !text[start - 1].isSpace { start -= 1 }
        var first = equals + 1
        while first < range.upperBound, text[first].isSpace { first += 1 }
        guard first < range.upperBound else { return nil }
        let isQuoted = text[first] == 0x22 || text[first] == 0x27
        var end = isQuoted ? first + 1 : first
        while end < range.upperBound, isQuoted ? text[end] != text[first] : !text[end].isSpace { end += 1 }
        range = min(end + 1, range.upperBound)..<range.upperBound
        return (start..<before.upperBound, (isQuoted ? first + 1 : first)..<end)
    }
}
