/// The grammar of JSON as a loop without recursion, so that hostile nesting costs a list entry and not stack.
struct JSONParser<Scanning: ByteScanning> {
    /// What may come next.
    private enum Expectation {
        case value, valueOrEnd, key, keyOrEnd, commaOrEnd, nothing
    }

    private var keys = JSONKeyLedger()
    private var escapes = JSONEscapes()
    private var position = 0
    private var expectation = Expectation.value
    private var invalidUTF8: Int?

    /// Hands out one value and requires that nothing but white space follows it.
    mutating func read(_ bytes: Span<UInt8>, into visitor: any DocumentVisitor) throws(SyntaxProblem) {
        (position, expectation, invalidUTF8) = (0, .value, nil)
        keys.removeAll()
        while true {
            skipSpace(bytes)
            guard position < bytes.count else { break }
            try readToken(bytes[position], in: bytes, visitor)
        }
        guard case .nothing = expectation else {
            throw SyntaxProblem(.truncated, at: bytes.count, "the JSON text ends in the middle of a value")
        }
        if let invalidUTF8 { throw SyntaxProblem(.invalidUTF8, at: invalidUTF8, "a string is not UTF-8") }
    }

    @inline(__always)
    private mutating func skipSpace(_ bytes: Span<UInt8>) {
        // Most tokens are followed by another one or by a line break and indentation.
        guard position < bytes.count, bytes[position] <= 0x20 else { return }
        let (from, count) = (position, bytes.count - position)
        position += bytes.withUnsafeBufferPointer { $0.baseAddress.map { Scanning.spaceRun($0 + from, count) } ?? 0 }
    }

    @inline(__always)
    private mutating func readToken(
        _ byte: UInt8, in bytes: Span<UInt8>, _ visitor: any DocumentVisitor
    ) throws(SyntaxProblem) {
        switch expectation {
        case .value, .valueOrEnd:
            try readValue(byte, in: bytes, visitor)
        case .key, .keyOrEnd:
            if byte == UInt8(ascii: "\"") {
                try readKey(in: bytes, visitor)
            } else if byte == UInt8(ascii: "}"), case .keyOrEnd = expectation {
                endCollection(in: bytes, visitor)
            } else {
                throw SyntaxProblem(.malformed, at: position, "a key in quotes was expected")
            }
        case .commaOrEnd:
            try readSeparator(byte, in: bytes, visitor)
        case .nothing:
            throw SyntaxProblem(.malformed, at: position, "there is more text after the value")
        }
    }

    @inline(__always)
    private mutating func readValue(
        _ byte: UInt8, in bytes: Span<UInt8>, _ visitor: any DocumentVisitor
    ) throws(SyntaxProblem) {
        switch byte {
        case UInt8(ascii: "\""):
            try readString(in: bytes, visitor)
        case UInt8(ascii: "{"):
            try begin(mapping: true, visitor)
        case UInt8(ascii: "["):
            try begin(mapping: false, visitor)
        case UInt8(ascii: "]"):
            guard case .valueOrEnd = expectation else { fallthrough }
            endCollection(in: bytes, visitor)
        default:
            try readPlain(byte, in: bytes, visitor)
        }
    }

    private mutating func begin(mapping: Bool, _ visitor: any DocumentVisitor) throws(SyntaxProblem) {
        guard keys.depth < SyntaxProblem.nestingLimit else {
            throw SyntaxProblem(.tooDeep, at: position, "nested deeper than \(SyntaxProblem.nestingLimit) levels")
        }
        keys.begin(mapping: mapping)
        if mapping { visitor.beginMapping(at: position) } else { visitor.beginSequence(at: position) }
        expectation = mapping ? .keyOrEnd : .valueOrEnd
        position += 1
    }

    private mutating func endCollection(in bytes: Span<UInt8>, _ visitor: any DocumentVisitor) {
        keys.end(in: bytes, visitor)
        visitor.endCollection()
        position += 1
        expectation = keys.depth == 0 ? .nothing : .commaOrEnd
    }

    @inline(__always)
    private mutating func readSeparator(
        _ byte: UInt8, in bytes: Span<UInt8>, _ visitor: any DocumentVisitor
    ) throws(SyntaxProblem) {
        if byte == UInt8(ascii: ",") {
            position += 1
            expectation = keys.isInMapping ? .key : .value
        } else if byte == (keys.isInMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
            endCollection(in: bytes, visitor)
        } else {
            throw SyntaxProblem(.malformed, at: position, "a comma or the end of the collection was expected")
        }
    }

    @inline(__always)
    private mutating func readString(in bytes: Span<UInt8>, _ visitor: any DocumentVisitor) throws(SyntaxProblem) {
        let start = position
        let text = try scanString(in: bytes)
        if escapes.isNeeded {
            try escapes.resolve(bytes.extracting(text), at: text.lowerBound)
            escapes.withResolved { visitor.scalar($0, quoted: true, at: start) }
        } else {
            visitor.scalar(bytes.extracting(text), quoted: true, at: start)
        }
        finishValue()
    }

    @inline(__always)
    private mutating func readKey(in bytes: Span<UInt8>, _ visitor: any DocumentVisitor) throws(SyntaxProblem) {
        let start = position
        let text = try scanString(in: bytes)
        keys.add(text, in: bytes)
        if escapes.isNeeded {
            try escapes.resolve(bytes.extracting(text), at: text.lowerBound)
            escapes.withResolved { visitor.key($0, at: start) }
        } else {
            visitor.key(bytes.extracting(text), at: start)
        }
        skipSpace(bytes)
        guard position < bytes.count else {
            throw SyntaxProblem(.truncated, at: position, "the JSON text ends after a key")
        }
        guard bytes[position] == UInt8(ascii: ":") else {
            throw SyntaxProblem(.malformed, at: position, "a colon was expected after the key")
        }
        position += 1
        expectation = .value
    }

    @inline(__always)
    private mutating func finishValue() {
        expectation = keys.depth == 0 ? .nothing : .commaOrEnd
    }

    /// Moves behind the string that begins here and returns where its text lies between the quotes.
    @inline(__always)
    private mutating func scanString(in bytes: Span<UInt8>) throws(SyntaxProblem) -> Range<Int> {
        let start = position + 1
        var (end, high) = (start, UInt8(0))
        escapes.isNeeded = false
        while true {
            let (from, count) = (end, bytes.count - end)
            end += bytes.withUnsafeBufferPointer { text in
                guard let base = text.baseAddress else { return 0 }
                return Scanning.plainRun(base + from, count, &high)
            }
            guard end < bytes.count else {
                throw SyntaxProblem(.truncated, at: bytes.count, "the JSON text ends in the middle of a string")
            }
            if bytes[end] == UInt8(ascii: "\"") { break }
            guard bytes[end] == UInt8(ascii: "\\") else {
                throw SyntaxProblem(.malformed, at: end, "a string holds a control character")
            }
            escapes.isNeeded = true
            end += 2
            guard end <= bytes.count else {
                throw SyntaxProblem(.truncated, at: bytes.count, "the JSON text ends in the middle of an escape")
            }
        }
        if high != 0, invalidUTF8 == nil { noteInvalidUTF8(in: bytes, start..<end) }
        position = end + 1
        return start..<end
    }

    private mutating func noteInvalidUTF8(in bytes: Span<UInt8>, _ range: Range<Int>) {
        if let offset = UTF8Validation.firstInvalid(bytes.extracting(range)) { invalidUTF8 = range.lowerBound + offset }
    }

    /// Reads `true`, `false`, `null` or a number.
    private mutating func readPlain(
        _ byte: UInt8, in bytes: Span<UInt8>, _ visitor: any DocumentVisitor
    ) throws(SyntaxProblem) {
        let start = position
        let end = JSONPlainScalar.end(in: bytes, from: start)
        guard JSONPlainScalar.isValid(bytes.extracting(start..<end)) else {
            throw SyntaxProblem(
                end == bytes.count ? .truncated : .malformed, at: start, "a value was expected")
        }
        visitor.scalar(bytes.extracting(start..<end), quoted: false, at: start)
        position = end
        finishValue()
    }
}
