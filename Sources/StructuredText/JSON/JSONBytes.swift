/// The bytes of a JSON text: small enough to be handed around by value.
struct JSONBytes {
    private let base: UnsafePointer<UInt8>
    /// How many bytes there are.
    let count: Int

    /// Takes the bytes, which must outlive this; `nil` when there are none.
    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress else { return nil }
        (self.base, count) = (base, bytes.count)
    }

    /// The byte at a position, which must be before the end.
    @inline(__always)
    subscript(position: Int) -> UInt8 { base[position] }

    /// The bytes of a range, which must lie inside the text.
    @inline(__always)
    subscript(range: Range<Int>) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
    }

    /// Where the bytes from a position on lie.
    @inline(__always)
    func pointer(at position: Int) -> UnsafePointer<UInt8> { base + position }

    /// The first eight bytes of a range as a number that orders like them, a shorter range filled up with zeroes.
    @inline(__always)
    func prefix(of range: Range<Int>) -> UInt64 {
        guard range.lowerBound + 8 <= count else {
            return self[range].reduce(0) { $0 << 8 | UInt64($1) } << UInt64(8 * (8 - range.count))
        }
        let word = UInt64(bigEndian: UnsafeRawPointer(base + range.lowerBound).loadUnaligned(as: UInt64.self))
        return range.count >= 8 ? word : word & ~(UInt64.max >> UInt64(8 * range.count))
    }
}
