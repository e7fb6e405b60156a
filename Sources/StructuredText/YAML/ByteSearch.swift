/// Finds the first of a few bytes, eight bytes at a time.
///
/// Lines of manifests are short: for them this beats a call of memchr per byte looked for.
struct ByteSearch {
    private let first: UInt64
    private let second: UInt64
    private let third: UInt64

    @inline(__always)
    init(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
        self.first = Self.spread(first)
        self.second = Self.spread(second)
        self.third = Self.spread(third)
    }

    /// Where the first of the bytes is at or after `start`; `end` if there is none.
    @inline(__always)
    func firstIndex(in text: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index &+ 8 <= end {
            let word = Self.load(text + index)
            let hits = Self.zeroBytes(word ^ first) | Self.zeroBytes(word ^ second) | Self.zeroBytes(word ^ third)
            if hits != 0 { return index &+ hits.trailingZeroBitCount &>> 3 }
            index &+= 8
        }
        while index < end {
            let word = Self.spread(text[index])
            if word == first || word == second || word == third { return index }
            index &+= 1
        }
        return end
    }

    /// Where the first byte that is not a space is at or after `start`; `end` if there is none.
    @inline(__always)
    static func firstNonSpace(in text: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        while index &+ 8 <= end {
            let different = load(text + index) ^ spread(0x20)
            if different != 0 { return index &+ different.trailingZeroBitCount &>> 3 }
            index &+= 8
        }
        while index < end, text[index] == 0x20 { index &+= 1 }
        return index
    }

    @inline(__always)
    private static func load(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
        UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    private static func spread(_ byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

    /// The high bit of each byte that is zero, and no other bit.
    @inline(__always)
    private static func zeroBytes(_ word: UInt64) -> UInt64 {
        let low = UInt64(0x7F7F_7F7F_7F7F_7F7F)
        return ~(((word & low) &+ low) | word | low)
    }
}
