/// Finds short constant texts in bytes; linear, since no needle is longer than a word.
enum ByteSearch {
    /// Whether `needle` stands at `offset`, ASCII case ignored; the needle is written in small letters.
    static func stands(_ needle: StaticString, in text: [UInt8], at offset: Int) -> Bool {
        let length = needle.utf8CodeUnitCount
        guard offset >= 0, length <= text.count - offset else { return false }
        let start = needle.utf8Start
        for index in 0..<length where text[offset + index].lowercased != start[index] { return false }
        return true
    }

    /// The first offset in `range` at which `needle` stands completely, ASCII case ignored.
    static func first(_ needle: StaticString, in text: [UInt8], within range: Range<Int>) -> Int? {
        let length = needle.utf8CodeUnitCount
        let last = min(range.upperBound, text.count) - length
        guard length > 0, range.lowerBound <= last else { return nil }
        let head = needle.utf8Start[0]
        for offset in range.lowerBound...last
        where text[offset].lowercased == head && stands(needle, in: text, at: offset) {
            return offset
        }
        return nil
    }

    /// Whether `needle` stands anywhere, ASCII case ignored.
    static func contains(_ needle: StaticString, in text: [UInt8]) -> Bool {
        first(needle, in: text, within: 0..<text.count) != nil
    }
}
