import CByteKernels

/// Finds the first of a few bytes, sixteen or eight bytes at a time.
///
/// Lines of manifests are short: for them this beats a call of memchr per byte looked for.
struct ByteSearch {
    private let first: UInt8
    private let second: UInt8
    private let third: UInt8
    private let usesVectors: Bool

    /// Looks for three bytes; for fewer, one may be named more than once.
    ///
    /// - Parameters:
    ///   - first: one of them.
    ///   - second: another one.
    ///   - third: the last one.
    ///   - usesVectors: false to take the portable path, for tests.
    @inline(__always)
    init(_ first: UInt8, _ second: UInt8, _ third: UInt8, usesVectors: Bool = true) {
        (self.first, self.second, self.third, self.usesVectors) = (first, second, third, usesVectors)
    }

    /// Where the first of the bytes is at or after `start`; `end` if there is none.
    @inline(__always)
    func firstIndex(in text: UnsafePointer<UInt8>, from start: Int, to end: Int) -> Int {
        var index = start
        #if arch(x86_64)
            if usesVectors { index &+= keyshift_find3(text + start, end &- start, first, second, third) }
        #endif
        let (ones, twos, threes) = (Self.spread(first), Self.spread(second), Self.spread(third))
        while index &+ 8 <= end {
            let word = Self.load(text + index)
            let hits = Self.zeroBytes(word ^ ones) | Self.zeroBytes(word ^ twos) | Self.zeroBytes(word ^ threes)
            if hits != 0 { return index &+ hits.trailingZeroBitCount &>> 3 }
            index &+= 8
        }
        while index < end, text[index] != first, text[index] != second, text[index] != third { index &+= 1 }
        return index
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
