/// The bytes of a JSON text, with the steps that its reader takes through them.
///
/// It holds no position, and nothing in it changes: so the reader's position stays in a register.
struct JSONText<Scanning: ByteScanning> {
    private let base: UnsafePointer<UInt8>
    /// How many bytes there are.
    let count: Int

    /// Takes the bytes, which must outlive the text; `nil` when there are none.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return nil }
        (self.base, count) = (base, bytes.count)
    }

    /// The byte at a position, which must be before the end.
    @inline(__always)
    subscript(position: Int) -> UInt8 { base[position] }

    /// The bytes of a range, which must lie inside the text.
    @inline(__always)
    func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// Where the next byte is that is no white space; the end when there is none.
    @inline(__always)
    func skipSpace(from position: Int) -> Int {
        // Most tokens are followed by another one, by a single space, or by a line break and indentation.
        guard position < count, base[position] <= 0x20 else { return position }
        let next = position + 1
        if next < count, base[position] == 0x20, base[next] > 0x20 { return next }
        return position + Scanning.spaceRun(base + position, count - position)
    }

    /// A string, as it stands between its quotes.
    struct Quoted {
        /// Where its text lies.
        var range: Range<Int>
        /// Whether there is a backslash in it.
        var isEscaped: Bool
        /// Whether there is a byte in it that is not ASCII.
        var isBeyondASCII: Bool
    }

    /// Finds the end of the string whose opening quote is at the position.
    @inline(__always)
    func quoted(at position: Int) throws(SyntaxProblem) -> Quoted {
        let start = position + 1
        var (end, high, isEscaped) = (start, UInt8(0), false)
        while true {
            end += Scanning.plainRun(base + end, count - end, &high)
            if end < count, base[end] == UInt8(ascii: "\"") { break }
            end = try passEscape(at: end)
            isEscaped = true
        }
        return Quoted(range: start..<end, isEscaped: isEscaped, isBeyondASCII: high != 0)
    }

    @inline(__always)
    private func passEscape(at end: Int) throws(SyntaxProblem) -> Int {
        guard end < count else {
            throw SyntaxProblem(.truncated, at: count, "the JSON text ends in the middle of a string")
        }
        guard base[end] == UInt8(ascii: "\\") else {
            throw SyntaxProblem(.malformed, at: end, "a string holds a control character")
        }
        guard end + 2 <= count else {
            throw SyntaxProblem(.truncated, at: count, "the JSON text ends in the middle of an escape")
        }
        return end + 2
    }

    /// The first eight bytes of a range as a number that orders like them, a shorter range filled up with zeroes.
    @inline(__always)
    func prefix(of range: Range<Int>) -> UInt64 {
        guard range.lowerBound + 8 <= count else {
            return bytes(range).reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - range.count))
        }
        let word = UInt64(bigEndian: UnsafeRawPointer(base + range.lowerBound).loadUnaligned(as: UInt64.self))
        return range.count >= 8 ? word : word & ~(UInt64.max >> UInt64(8 * range.count))
    }
}
