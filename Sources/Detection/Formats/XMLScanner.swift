import StructuredText

/// Splits XML into tags and texts, and takes what is no XML as text.
struct XMLScanner {
    /// The tag of an element.
    struct Tag {
        /// Its name.
        var name: Range<Int>
        /// Everything behind the name.
        var attributes: Range<Int>
    }

    /// A part of the text.
    enum Token {
        /// The beginning of an element, and whether it is also its end.
        case open(Tag, isEmpty: Bool)
        /// The end of an element.
        case close(Range<Int>)
        /// Characters between tags.
        case text(Range<Int>)
        /// Characters without entities.
        case cdata(Range<Int>)
        /// The inside of a comment.
        case comment(Range<Int>)
    }

    private var index = 0
    private var lacksTagEnd = false

    /// The next part; `nil` at the end.
    mutating func next(in text: Span<UInt8>) -> Token? {
        while index < text.count {
            let start = index
            guard text[start] == UInt8(ascii: "<") else { return characters(text, start) }
            if text.has("<!--", at: start) { return .comment(section(text, start + 4, until: "-->")) }
            if text.has("<![CDATA[", at: start) { return .cdata(section(text, start + 9, until: "]]>")) }
            let next = start + 1 < text.count ? text[start + 1] : 0
            if next == UInt8(ascii: "!") || next == UInt8(ascii: "?") {
                _ = section(text, start + 2, until: ">")
            } else if next == UInt8(ascii: "/") {
                return .close(text.trimmed(section(text, start + 2, until: ">")))
            } else if next.isLetter || next == 0x5f, let tag = tag(text, start) {
                return tag
            } else {
                return characters(text, start)
            }
        }
        return nil
    }

    private mutating func characters(_ text: Span<UInt8>, _ start: Int) -> Token {
        index = text.position(of: UInt8(ascii: "<"), in: start + 1..<max(start + 1, text.count)) ?? text.count
        return .text(start..<index)
    }

    private mutating func section(_ text: Span<UInt8>, _ start: Int, until mark: StaticString) -> Range<Int> {
        let start = min(start, text.count)
        let end = text.position(of: mark, in: start..<text.count)
        index = end.map { $0 + mark.utf8CodeUnitCount } ?? text.count
        return start..<(end ?? text.count)
    }

    private mutating func tag(_ text: Span<UInt8>, _ start: Int) -> Token? {
        var end = start + 1
        while end < text.count, isName(text[end]) { end += 1 }
        guard !lacksTagEnd, let close = tagEnd(text, end) else {
            // There is no end for any later tag either.
            lacksTagEnd = true
            return nil
        }
        index = close + 1
        let isEmpty = close > end && text[close - 1] == UInt8(ascii: "/")
        return .open(Tag(name: start + 1..<end, attributes: end..<(isEmpty ? close - 1 : close)), isEmpty: isEmpty)
    }

    /// Where the tag ends, which is not inside the quotes of an attribute.
    private func tagEnd(_ text: Span<UInt8>, _ start: Int) -> Int? {
        var (index, quote) = (start, UInt8(0))
        while index < text.count {
            let byte = text[index]
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: ">") {
                return index
            } else if byte == 0x22 || byte == 0x27, index > start, text[index - 1] == UInt8(ascii: "=") {
                quote = byte
            }
            index += 1
        }
        return nil
    }

    private func isName(_ byte: UInt8) -> Bool {
        byte.isLetterOrDigit || byte == 0x5f || byte == 0x2d || byte == 0x2e || byte == 0x3a || byte >= 0x80
    }
}
