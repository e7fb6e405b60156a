import StructuredText

/// The settings of a file that has one per line, in whatever format: `name=value`, `name: value`, `"name": "value",`.
///
/// Good for finding names of resources, and for nothing that has to be exact: of nested settings only the last name is seen.
enum SettingLines {
    /// Longer files are no settings.
    private static let longest = 256 << 10

    /// Whether a text has more than one line.
    static func areSeveral(in text: Span<UInt8>) -> Bool {
        text.visible(0..<text.count).contains { text[$0] == UInt8(ascii: "\n") }
    }

    /// Calls back with the name and the value of each line that has both, without quotes.
    static func forEach(in text: Span<UInt8>, _ body: (Span<UInt8>, Span<UInt8>) -> Void) {
        guard text.count <= longest else { return }
        var start = 0
        while start < text.count {
            var end = start
            while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
            read(text, start..<end, body)
            start = end + 1
        }
    }

    private static func read(
        _ text: Span<UInt8>, _ line: Range<Int>, _ body: (Span<UInt8>, Span<UInt8>) -> Void
    ) {
        let range = text.visible(line)
        guard let first = range.first, text[first] != UInt8(ascii: "#"),
            let sign = range.first(where: { text[$0] == UInt8(ascii: "=") || text[$0] == UInt8(ascii: ":") })
        else { return }
        let name = text.visible(range.lowerBound..<sign, besides: "\"'- ")
        let value = text.visible(sign + 1..<range.upperBound, besides: "\"',; ")
        guard !name.isEmpty, !value.isEmpty, name.count <= 256 else { return }
        body(text.extracting(name), text.extracting(value))
    }
}

extension Span<UInt8> {
    /// A range without white space, and without these characters, at its ends.
    func visible(_ range: Range<Int>, besides others: StaticString = "") -> Range<Int> {
        func isDropped(_ byte: UInt8) -> Bool {
            byte <= 0x20 || (0..<others.utf8CodeUnitCount).contains { others.utf8Start[$0] == byte }
        }
        var (start, end) = (range.lowerBound, range.upperBound)
        while start < end, isDropped(self[start]) { start += 1 }
        while end > start, isDropped(self[end - 1]) { end -= 1 }
        return start..<end
    }
}
