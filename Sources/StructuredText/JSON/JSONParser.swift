/// The grammar of JSON as a loop without recursion, so that hostile nesting costs a list entry and not stack.
struct JSONParser<Scanning: ByteScanning> {
    private typealias Text = JSONText<Scanning>

    /// What may come next.
    private enum Expectation {
        case value, valueOrEnd, key, keyOrEnd, commaOrEnd, nothing
    }

    private var keys = JSONKeyLedger()
    private var escapes = JSONEscapes<Scanning>()

    /// Hands out one value and requires that nothing but white space follows it.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - noticingDuplicates: whether the visitor wants to hear of keys that come twice.
    ///   - visitor: receives the value.
    /// - Throws: ``SyntaxProblem`` at the first byte that cannot be right.
    mutating func read(
        _ bytes: Span<UInt8>, noticingDuplicates: Bool = true, into visitor: any DocumentVisitor
    ) throws(SyntaxProblem) {
        keys.begin(keepingKeys: noticingDuplicates)
        try bytes.withUnsafeBufferPointer { bytes throws(SyntaxProblem) in
            try withUnsafeTemporaryAllocation(of: UInt16.self, capacity: Text.room) { room throws(SyntaxProblem) in
                guard var text = Text(bytes, room), try readTokens(&text, visitor) else {
                    throw SyntaxProblem(.truncated, at: bytes.count, "the JSON text ends in the middle of a value")
                }
                // Outside of strings everything was ASCII, or it would not have been read to its end.
                if text.isBeyondASCII, let offset = UTF8Validation.firstInvalid(bytes.span) {
                    throw SyntaxProblem(.invalidUTF8, at: offset, "a string is not UTF-8")
                }
            }
        }
    }

    /// Reads to the end of the text; returns whether the value ends before it.
    private mutating func readTokens(
        _ text: inout Text, _ visitor: any DocumentVisitor
    ) throws(SyntaxProblem) -> Bool {
        var expectation = Expectation.value
        while let position = text.nextPosition() {
            let byte = text.bytes[position]
            switch expectation {
            case .keyOrEnd where byte == UInt8(ascii: "}"), .valueOrEnd where byte == UInt8(ascii: "]"):
                expectation = end(text.bytes, visitor)
            case .key, .keyOrEnd:
                try readKey(&text, at: position, byte, visitor)
                expectation = .value
            case .value, .valueOrEnd:
                if byte == UInt8(ascii: "\"") {
                    try readString(&text, at: position, visitor)
                    expectation = expectationBehindValue
                } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
                    try begin(mapping: byte == UInt8(ascii: "{"), at: position, visitor)
                    expectation = byte == UInt8(ascii: "{") ? .keyOrEnd : .valueOrEnd
                } else {
                    try readPlain(text.bytes, at: position, visitor)
                    expectation = expectationBehindValue
                }
            case .commaOrEnd:
                expectation = try readSeparator(text.bytes, at: position, byte, visitor)
            case .nothing:
                throw SyntaxProblem(.malformed, at: position, "there is more text after the value")
            }
        }
        return expectation == .nothing
    }

    private var expectationBehindValue: Expectation { keys.depth == 0 ? .nothing : .commaOrEnd }

    private mutating func begin(
        mapping: Bool, at position: Int, _ visitor: any DocumentVisitor
    ) throws(SyntaxProblem) {
        guard keys.depth < SyntaxProblem.nestingLimit else {
            throw SyntaxProblem(.tooDeep, at: position, "nested deeper than \(SyntaxProblem.nestingLimit) levels")
        }
        keys.begin(mapping: mapping)
        if mapping { visitor.beginMapping(at: position) } else { visitor.beginSequence(at: position) }
    }

    private mutating func end(_ text: JSONBytes, _ visitor: any DocumentVisitor) -> Expectation {
        keys.end(in: text, visitor)
        visitor.endCollection()
        return expectationBehindValue
    }

    @inline(__always)
    private mutating func readSeparator(
        _ text: JSONBytes, at position: Int, _ byte: UInt8, _ visitor: any DocumentVisitor
    ) throws(SyntaxProblem) -> Expectation {
        if byte == UInt8(ascii: ",") { return keys.isInMapping ? .key : .value }
        guard byte == (keys.isInMapping ? UInt8(ascii: "}") : UInt8(ascii: "]")) else {
            throw SyntaxProblem(.malformed, at: position, "a comma or the end of the collection was expected")
        }
        return end(text, visitor)
    }

    @inline(__always)
    private mutating func readString(
        _ text: inout Text, at start: Int, _ visitor: any DocumentVisitor
    ) throws(SyntaxProblem) {
        let string = try text.quoted(at: start)
        if string.isEscaped {
            try escapes.resolve(text.bytes[string.range], at: string.range.lowerBound) { resolved in
                visitor.scalar(resolved, quoted: true, at: start)
            }
        } else {
            visitor.scalar(text.bytes[string.range].span, quoted: true, at: start)
        }
    }

    /// Reads a key with the colon behind it.
    @inline(__always)
    private mutating func readKey(
        _ text: inout Text, at start: Int, _ byte: UInt8, _ visitor: any DocumentVisitor
    ) throws(SyntaxProblem) {
        guard byte == UInt8(ascii: "\"") else {
            throw SyntaxProblem(.malformed, at: start, "a key in quotes was expected")
        }
        let string = try text.quoted(at: start)
        keys.add(string.range, in: text.bytes)
        if string.isEscaped {
            try escapes.resolve(text.bytes[string.range], at: string.range.lowerBound) { resolved in
                visitor.key(resolved, at: start)
            }
        } else {
            visitor.key(text.bytes[string.range].span, at: start)
        }
        guard let colon = text.nextPosition() else {
            throw SyntaxProblem(.truncated, at: text.bytes.count, "the JSON text ends after a key")
        }
        guard text.bytes[colon] == UInt8(ascii: ":") else {
            throw SyntaxProblem(.malformed, at: colon, "a colon was expected after the key")
        }
    }

    /// Reads `true`, `false`, `null` or a number.
    private mutating func readPlain(
        _ text: JSONBytes, at start: Int, _ visitor: any DocumentVisitor
    ) throws(SyntaxProblem) {
        let rest = text[start..<text.count].span
        let length = JSONPlainScalar.end(in: rest, from: 0)
        guard JSONPlainScalar.isValid(rest.extracting(0..<length)) else {
            throw SyntaxProblem(
                start + length == text.count ? .truncated : .malformed, at: start, "a value was expected")
        }
        visitor.scalar(rest.extracting(0..<length), quoted: false, at: start)
        // What goes on without a space or a comma begins nothing that would be read next.
        guard length == rest.count || JSONPlainScalar.mayFollow(rest[length]) else {
            throw SyntaxProblem(.malformed, at: start + length, "a comma or the end of the collection was expected")
        }
    }
}
