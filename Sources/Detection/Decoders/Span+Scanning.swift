import Glibc
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
        guard !range.isEmpty else { return nil }
        return extracting(range).withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress, let found = memchr(start, Int32(byte), bytes.count) else { return nil }
            return range.lowerBound + (UnsafeRawPointer(found) - start)
        }
    }

    /// The first position of the word within the range; the word must end inside it, too.
    func position(of word: StaticString, in range: Range<Int>) -> Int? {
        let length = word.utf8CodeUnitCount
        guard length > 0, length <= range.count else { return nil }
        var from = range.lowerBound
        while let index = position(of: word.utf8Start[0], in: from..<range.upperBound - length + 1) {
            if has(word, at: index) { return index }
            from = index + 1
        }
        return nil
    }

    /// The range without white space at either end.
    func trimmed(_ range: Range<Int>) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, self[start].isSpace { start += 1 }
        while end > start, self[end - 1].isSpace { end -= 1 }
        return start..<end
    }

    /// All of it without white space at either end.
    var trimmed: Range<Int> { trimmed(0..<count) }

    /// The text of a range, invalid UTF-8 repaired.
    func string(_ range: Range<Int>) -> String { String(copying: extracting(range)) }
}
