import CByteKernels

/// A JSON text, walked along the bytes that matter to its grammar, which are found a few kilobytes ahead.
struct JSONText<Scanning: ByteScanning> {
    private let base: UnsafePointer<UInt8>
    /// How many bytes there are.
    let count: Int
    private let offsets: UnsafeMutablePointer<UInt16>
    private var state = keyshift_json_state()
    /// Of the bytes that were looked at last: where they begin, and where they end.
    private var start = 0
    private var end = 0
    /// Of their offsets: which one comes next, and how many there are.
    private var next = 0
    private var found = 0

    /// How many bytes are looked at in one step.
    private static var step: Int { 2048 }
    /// How many offsets there must be room for.
    static var room: Int { step + 8 }

    /// Takes the bytes, and room for ``room`` offsets; both must outlive the text. `nil` when there are no bytes.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ room: UnsafeMutableBufferPointer<UInt16>) {
        guard let base = bytes.baseAddress, let offsets = room.baseAddress else { return nil }
        (self.base, count, self.offsets) = (base, bytes.count, offsets)
    }

    /// Whether there was a byte that is not ASCII.
    var isBeyondASCII: Bool { state.is_beyond_ascii }

    /// The byte at a position, which must be before the end.
    @inline(__always)
    subscript(position: Int) -> UInt8 { base[position] }

    /// The bytes of a range, which must lie inside the text.
    @inline(__always)
    func bytes(_ range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// The position of the next byte that matters; `nil` at the end.
    @inline(__always)
    mutating func nextPosition() -> Int? {
        if next == found, !lookAhead() { return nil }
        next += 1
        return start + Int(offsets[next - 1])
    }

    /// Goes on to the next bytes that hold something; returns whether there are any.
    private mutating func lookAhead() -> Bool {
        repeat {
            start = end
            end = min(count, start + Self.step)
            guard start < end else { return false }
            found = Scanning.index(base + start, end - start, &state, offsets)
        } while found == 0
        next = 0
        return true
    }

    /// Moves behind the string whose opening quote is at the position.
    ///
    /// - Returns: where its text lies between the quotes, and whether there is a backslash in it.
    @inline(__always)
    mutating func quoted(at position: Int) throws(SyntaxProblem) -> (range: Range<Int>, isEscaped: Bool) {
        guard let stop = nextPosition() else { throw cutOff }
        guard base[stop] != UInt8(ascii: "\"") else { return (position + 1..<stop, false) }
        return (position + 1..<(try endOfEscaped(from: stop)), true)
    }

    /// Moves behind a string in which there is a backslash, or something that must not be there.
    private mutating func endOfEscaped(from first: Int) throws(SyntaxProblem) -> Int {
        var stop = first
        while base[stop] != UInt8(ascii: "\"") {
            guard base[stop] == UInt8(ascii: "\\") else {
                throw SyntaxProblem(.malformed, at: stop, "a string holds a control character")
            }
            guard let next = nextPosition() else { throw cutOff }
            stop = next
        }
        return stop
    }

    private var cutOff: SyntaxProblem {
        SyntaxProblem(.truncated, at: count, "the JSON text ends in the middle of a string")
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
