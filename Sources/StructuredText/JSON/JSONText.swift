import CByteKernels

/// A JSON text, walked along the bytes that matter to its grammar, which are found a few kilobytes ahead.
struct JSONText<Scanning: ByteScanning> {
    /// All of it.
    let bytes: JSONBytes
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

    /// Takes the bytes, and room for ``room`` offsets, which must both outlive the text.
    ///
    /// `nil` when there are no bytes.
    init?(_ bytes: UnsafeBufferPointer<UInt8>, _ room: UnsafeMutableBufferPointer<UInt16>) {
        guard let bytes = JSONBytes(bytes), let offsets = room.baseAddress else { return nil }
        (self.bytes, self.offsets) = (bytes, offsets)
    }

    /// Whether there was a byte that is not ASCII.
    var isBeyondASCII: Bool { state.is_beyond_ascii }

    /// The position of the next byte that matters; `nil` at the end.
    @inline(__always)
    mutating func nextPosition() -> Int? {
        if next == found, !lookAhead() { return nil }
        // Both stay below the length of the text.
        defer { next &+= 1 }
        return start &+ Int(offsets[next])
    }

    /// Goes on to the next bytes that hold something; returns whether there are any.
    private mutating func lookAhead() -> Bool {
        repeat {
            start = end
            end = min(bytes.count, start + Self.step)
            guard start < end else { return false }
            found = Scanning.index(bytes.pointer(at: start), end - start, &state, offsets)
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
        guard bytes[stop] != UInt8(ascii: "\"") else { return (position + 1..<stop, false) }
        return (position + 1..<(try endOfEscaped(from: stop)), true)
    }

    /// Moves behind a string in which there is a backslash, or something that must not be there.
    private mutating func endOfEscaped(from first: Int) throws(SyntaxProblem) -> Int {
        var stop = first
        while bytes[stop] != UInt8(ascii: "\"") {
            guard bytes[stop] == UInt8(ascii: "\\") else {
                throw SyntaxProblem(.malformed, at: stop, "a string holds a control character")
            }
            guard let next = nextPosition() else { throw cutOff }
            stop = next
        }
        return stop
    }

    private var cutOff: SyntaxProblem {
        SyntaxProblem(.truncated, at: bytes.count, "the JSON text ends in the middle of a string")
    }
}
