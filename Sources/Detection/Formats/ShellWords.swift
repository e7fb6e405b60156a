import StructuredText

/// Splits a text into the words that a shell would see, without expanding anything.
struct ShellWords {
    /// One word.
    struct Word {
        /// Where it stands, quotes included.
        var range: Range<Int>
        /// Where its equals sign stands, if a name or an option is before it.
        var equals: Int?
        /// Whether a line or a command ends behind it.
        var endsCommand: Bool
    }

    private var index = 0
    private var unclosed: Set<UInt8> = []

    /// The next word; `nil` at the end.
    mutating func next(in text: Span<UInt8>) -> Word? {
        while index < text.count, Self.isSeparator(text[index]) || isContinuation(text) { index += 1 }
        guard index < text.count else { return nil }
        let start = index
        var equals: Int?
        var isName = true
        while index < text.count, !Self.isSeparator(text[index]) {
            let byte = text[index]
            // Elsewhere in a word a quotation mark is most likely an apostrophe.
            if byte == 0x22 || byte == 0x27, index == start || index == equals.map({ $0 + 1 }) {
                skipQuotation(text, byte)
                isName = false
                continue
            }
            if byte == UInt8(ascii: "="), isName, equals == nil, index > start { equals = index }
            isName = isName && Self.isNamePart(byte)
            index += byte == UInt8(ascii: "\\") ? 2 : 1
        }
        index = min(index, text.count)
        let ends = index < text.count && !text[index].isBlank
        return Word(range: start..<index, equals: equals, endsCommand: ends)
    }

    /// Appends the text of a word, without its quotes.
    static func append(_ text: Span<UInt8>, _ range: Range<Int>, to output: inout [UInt8]) {
        guard let first = range.first, text[first] == 0x22 || text[first] == 0x27,
            let end = Quotation.end(text, first + 1..<range.upperBound, text[first])
        else {
            output.append(contentsOf: [UInt8](copying: text.extracting(range)))
            return
        }
        // In a shell, unlike elsewhere, `\n` in quotes is no line feed.
        var index = first + 1
        while index < end {
            let isEscape = text[first] == 0x22 && text[index] == UInt8(ascii: "\\") && index + 1 < end
            if isEscape, "\"\\$`".utf8.contains(text[index + 1]) { index += 1 }
            output.append(text[index])
            index += 1
        }
        output.append(contentsOf: [UInt8](copying: text.extracting(end + 1..<range.upperBound)))
    }

    private mutating func skipQuotation(_ text: Span<UInt8>, _ quote: UInt8) {
        // A search to the end of the text that failed once would fail again.
        guard !unclosed.contains(quote), let end = Quotation.end(text, index + 1..<text.count, quote) else {
            unclosed.insert(quote)
            index += 1
            return
        }
        index = end + 1
    }

    private func isContinuation(_ text: Span<UInt8>) -> Bool {
        text[index] == UInt8(ascii: "\\") && index + 1 < text.count && (text[index + 1] == 10 || text[index + 1] == 13)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == 0x5f || byte == 0x2d || byte == 0x2e || byte == 0x3a
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte.isSpace || ";|&()`".utf8.contains(byte)
    }
}
