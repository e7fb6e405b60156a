/// Resolves the escapes of a JSON string (RFC 8259 section 7) into a buffer that is kept.
struct JSONEscapes<Scanning: ByteScanning> {
    private var buffer: [UInt8] = []

    /// Resolves the text between the quotes; a lone surrogate becomes U+FFFD, as encoding/json of Go has it.
    ///
    /// - Parameters:
    ///   - text: what stands between the quotes.
    ///   - offset: where the text begins in the document, for the problem.
    ///   - body: receives the resolved text.
    /// - Throws: ``SyntaxProblem`` at the first escape that there is not.
    mutating func resolve(
        _ text: UnsafeBufferPointer<UInt8>, at offset: Int, _ body: (Span<UInt8>) -> Void
    ) throws(SyntaxProblem) {
        // No escape stands for more bytes than it is long, so this is always enough.
        if buffer.count < text.count { buffer = [UInt8](repeating: 0, count: max(text.count, buffer.count * 2)) }
        let wrong = buffer.withUnsafeMutableBufferPointer { target -> Int? in
            var run = EscapedRun<Scanning>(source: text, target: target)
            guard run.resolve() else { return run.index }
            body(UnsafeBufferPointer(start: target.baseAddress, count: run.written).span)
            return nil
        }
        if let wrong { throw SyntaxProblem(.malformed, at: offset + wrong, "an escape that JSON does not have") }
    }
}

/// One string on its way from its escaped to its resolved form.
private struct EscapedRun<Scanning: ByteScanning> {
    let source: UnsafeBufferPointer<UInt8>
    let target: UnsafeMutableBufferPointer<UInt8>
    /// How much was read.
    var index = 0
    /// How much was written.
    var written = 0

    init(source: UnsafeBufferPointer<UInt8>, target: UnsafeMutableBufferPointer<UInt8>) {
        (self.source, self.target) = (source, target)
    }

    /// Resolves everything; false at an escape that does not exist, which `index` then points at.
    mutating func resolve() -> Bool {
        guard let from = source.baseAddress, let to = target.baseAddress else { return true }
        while index < source.count {
            let step = Scanning.unescape(from + index, source.count - index, to: to + written)
            (index, written) = (index + step.read, written + step.written)
            if index < source.count, !resolveEscape() { return false }
        }
        return true
    }

    @inline(__always)
    private mutating func resolveEscape() -> Bool {
        guard index + 1 < source.count else { return false }
        let letter = source[index + 1]
        if letter == UInt8(ascii: "u") { return resolveCodeUnit() }
        guard let byte = Self.meaning(of: letter) else { return false }
        target[written] = byte
        (index, written) = (index + 2, written + 1)
        return true
    }

    private static func meaning(of letter: UInt8) -> UInt8? {
        switch letter {
        case UInt8(ascii: "n"): 0x0a
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): letter
        case UInt8(ascii: "t"): 0x09
        case UInt8(ascii: "r"): 0x0d
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0c
        default: nil
        }
    }

    private mutating func resolveCodeUnit() -> Bool {
        guard let first = codeUnit(at: index) else { return false }
        if first & 0xfc00 == 0xd800, let second = codeUnit(at: index + 6), second & 0xfc00 == 0xdc00 {
            write(0x10000 + (first & 0x3ff) << 10 + second & 0x3ff)
            index += 12
        } else {
            write(first)
            index += 6
        }
        return true
    }

    private mutating func write(_ value: UInt32) {
        for byte in UTF8.encode(Unicode.Scalar(value) ?? "\u{fffd}") ?? UTF8.encodedReplacementCharacter {
            target[written] = byte
            written += 1
        }
    }

    private func codeUnit(at index: Int) -> UInt32? {
        guard index + 6 <= source.count, source[index] == UInt8(ascii: "\\"), source[index + 1] == UInt8(ascii: "u")
        else { return nil }
        var value: UInt32 = 0
        for position in index + 2..<index + 6 {
            let byte = source[position]
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        return value
    }
}
