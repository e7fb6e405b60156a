import StructuredText

extension Span where Element == UInt8 {
    /// Whether the ASCII word stands at an offset.
    func has(_ word: StaticString, at offset: Int) -> Bool {
        guard offset >= 0, word.utf8CodeUnitCount <= count - offset else { return false }
        for index in 0..<word.utf8CodeUnitCount where self[offset + index] != word.utf8Start[index] { return false }
        return true
    }

    /// Whether one of the bytes stands in the range, before its end.
    func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
        position(of: byte, in: range) != nil
    }

    /// The first position of the byte within the range.
    func position(of byte: UInt8, in range: Range<Int>) -> Int? {
        for index in range where self[index] == byte { return index }
        return nil
    }

    /// The first position of the word within the range; the word must end inside it, too.
    func position(of word: StaticString, in range: Range<Int>) -> Int? {
        let length = word.utf8CodeUnitCount
        guard length > 0, length <= range.count else { return nil }
        let first = word.utf8Start[0]
        for index in range.lowerBound...(range.upperBound - length) where self[index] == first && has(word, at: index) {
            return index
        }
        return nil
    }

    /// The range without white space at either end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start].isWhiteSpace { start += 1 }
        while end > start, self[end - 1].isWhiteSpace { end -= 1 }
        return start..<end
    }

    /// All of it without white space at either end.
    var trimmed: Range<Int> { trimmed(0..<count) }

    /// The text of a range, invalid UTF-8 repaired.
    func string(_ range: Range<Int>) -> String { String(copying: extracting(range)) }
}
