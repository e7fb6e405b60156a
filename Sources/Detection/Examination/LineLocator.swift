import MigrationModel

/// Tells on which line of an input a key stands: that of its id where the id can be seen, that of its value otherwise.
struct LineLocator {
    /// How many bytes are looked at in all, so that a text of nothing but ids does not take forever.
    private var budget = 64 << 20
    private let lines: LineCounter
    /// Where the last search began and where it ended, to go on from there within the same value.
    private var (offset, found) = (-1, 0)

    /// Starts at the beginning of a document.
    init(_ lines: LineCounter) { self.lines = lines }

    /// The line of a match; matches are to come in the order of the document.
    mutating func line(of match: KeyMatch, in bytes: Span<UInt8>) -> Int {
        let isVisible = match.path.decodings.isEmpty && !match.identity.id.contains(":")
        guard isVisible else { return lines.line(at: match.offset) }
        let start = match.offset == offset ? found : match.offset
        let range = min(start, bytes.count)..<min(bytes.count, start + budget)
        let position = Self.position(of: Array(match.identity.id.utf8), in: bytes, range)
        budget -= (position ?? range.upperBound) - range.lowerBound
        guard let position else { return lines.line(at: match.offset) }
        (offset, found) = (match.offset, position)
        return lines.line(at: position)
    }

    private static func position(of id: [UInt8], in bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
        guard let first = id.first, range.count >= id.count else { return nil }
        var index = range.lowerBound
        while index + id.count <= range.upperBound {
            if bytes[index] == first, (1..<id.count).allSatisfy({ bytes[index + $0] == id[$0] }) { return index }
            index += 1
        }
        return nil
    }
}
