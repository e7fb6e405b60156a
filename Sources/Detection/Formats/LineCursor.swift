import StructuredText

/// Goes through the lines of a text.
struct LineCursor {
    private var range: Range<Int>
    private var isDone = false

    /// Starts at the beginning of a range.
    init(_ range: Range<Int>) { self.range = range }

    /// Where the next line begins.
    var position: Int { range.lowerBound }

    /// The next line without its end; `nil` behind the last.
    mutating func next(in text: Span<UInt8>) -> Range<Int>? {
        guard !isDone else { return nil }
        let start = range.lowerBound
        guard let end = text.position(of: UInt8(ascii: "\n"), in: range) else {
            isDone = true
            return range
        }
        range = end + 1..<range.upperBound
        return start..<(end > start && text[end - 1] == 13 ? end - 1 : end)
    }

    /// Goes on behind the line that holds a position.
    mutating func skip(to position: Int, in text: Span<UInt8>) {
        guard position >= range.lowerBound, position < range.upperBound else {
            if position >= range.upperBound { isDone = true }
            return
        }
        range = position..<range.upperBound
        _ = next(in: text)
    }
}
