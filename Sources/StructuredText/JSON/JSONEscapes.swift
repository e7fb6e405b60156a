/// Resolves the escapes of a JSON string (RFC 8259 section 7) into a buffer that is kept.
struct JSONEscapes {
    /// Whether the string that was scanned last holds a backslash.
    var isNeeded = false
    /// The text of the string that was resolved last.
    private(set) var resolved: [UInt8] = []

    /// Resolves the text between the quotes; a lone surrogate becomes U+FFFD, as encoding/json of Go has it.
    ///
    /// - Parameter offset: where the text begins in the document, for the problem.
    mutating func resolve(_ text: Span<UInt8>, at offset: Int) throws(SyntaxProblem) {
        resolved.removeAll(keepingCapacity: true)
        var index = 0
        while index < text.count {
            index = copyPlain(text, from: index)
            guard index < text.count else { return }
            guard let next = resolveEscape(text, at: index) else {
                throw SyntaxProblem(.malformed, at: offset + index, "an escape that JSON does not have")
            }
            index = next
        }
    }

    private mutating func copyPlain(_ text: Span<UInt8>, from start: Int) -> Int {
        text.withUnsafeBufferPointer { bytes in
            var end = start
            while end < bytes.count, bytes[end] != UInt8(ascii: "\\") { end += 1 }
            resolved.append(contentsOf: bytes[start..<end])
            return end
        }
    }

    /// Appends what the escape at `index` stands for; returns the position behind it, or `nil` if it is none.
    private mutating func resolveEscape(_ text: Span<UInt8>, at index: Int) -> Int? {
        guard index + 1 < text.count else { return nil }
        switch text[index + 1] {
        case UInt8(ascii: "n"): resolved.append(0x0a)
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): resolved.append(text[index + 1])
        case UInt8(ascii: "t"): resolved.append(0x09)
        case UInt8(ascii: "r"): resolved.append(0x0d)
        case UInt8(ascii: "b"): resolved.append(0x08)
        case UInt8(ascii: "f"): resolved.append(0x0c)
        case UInt8(ascii: "u"): return resolveCodeUnit(text, at: index)
        default: return nil
        }
        return index + 2
    }

    private mutating func resolveCodeUnit(_ text: Span<UInt8>, at index: Int) -> Int? {
        guard let first = Self.codeUnit(text, at: index) else { return nil }
        if first & 0xfc00 == 0xd800, let second = Self.codeUnit(text, at: index + 6), second & 0xfc00 == 0xdc00 {
            append(0x10000 + (first & 0x3ff) << 10 + second & 0x3ff)
            return index + 12
        }
        append(first)
        return index + 6
    }

    private mutating func append(_ value: UInt32) {
        resolved.append(contentsOf: String(Unicode.Scalar(value) ?? "\u{fffd}").utf8)
    }

    private static func codeUnit(_ text: Span<UInt8>, at index: Int) -> UInt32? {
        guard index + 6 <= text.count, text[index] == UInt8(ascii: "\\"), text[index + 1] == UInt8(ascii: "u")
        else { return nil }
        var value: UInt32 = 0
        for position in index + 2..<index + 6 {
            guard let digit = Character(Unicode.Scalar(text[position])).hexDigitValue, text[position] < 0x80 else {
                return nil
            }
            value = value << 4 | UInt32(digit)
        }
        return value
    }
}
