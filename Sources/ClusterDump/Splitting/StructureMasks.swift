import CByteKernels

/// One bit per byte of a 64-byte block, lowest bit first.
struct StructureMasks: Equatable {
    var quotes: UInt64
    var backslashes: UInt64
    var openers: UInt64
    var closers: UInt64
    var newlines: UInt64
}

/// Finds the structure of a 64-byte block, which exists twice: with vector instructions and in plain Swift.
protocol StructureScanning {
    /// The masks of the 64 bytes that begin here.
    static func masks(_ block: UnsafePointer<UInt8>) -> StructureMasks
    /// Passes blocks of 64 bytes in which no bracket can lead to a depth or below, if there is a fast way to.
    ///
    /// - Parameters:
    ///   - bytes: where to begin.
    ///   - count: how many bytes there are.
    ///   - floor: the depth.
    ///   - nesting: where the bytes before ended; moved along with the blocks.
    /// - Returns: how many bytes were passed.
    static func skipNested(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, above floor: Int, _ nesting: inout keyshift_nesting
    ) -> Int
}

/// Plain Swift, for every processor.
enum PortableStructureScanning: StructureScanning {
    static func masks(_ block: UnsafePointer<UInt8>) -> StructureMasks {
        var masks = StructureMasks(quotes: 0, backslashes: 0, openers: 0, closers: 0, newlines: 0)
        for index in 0..<64 {
            let bit = UInt64(1) << UInt64(index)
            switch block[index] {
            case UInt8(ascii: "\""): masks.quotes |= bit
            case UInt8(ascii: "\\"): masks.backslashes |= bit
            case UInt8(ascii: "{"), UInt8(ascii: "["): masks.openers |= bit
            case UInt8(ascii: "}"), UInt8(ascii: "]"): masks.closers |= bit
            case UInt8(ascii: "\n"): masks.newlines |= bit
            default: break
            }
        }
        return masks
    }

    static func skipNested(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, above floor: Int, _ nesting: inout keyshift_nesting
    ) -> Int { 0 }
}

#if arch(x86_64)
    /// SSE2, which every x86-64 processor has, and AVX2 where it can do more.
    enum VectorStructureScanning: StructureScanning {
        @inline(__always)
        static func masks(_ block: UnsafePointer<UInt8>) -> StructureMasks {
            let found = keyshift_masks64(block)
            return StructureMasks(
                quotes: found.quotes, backslashes: found.backslashes, openers: found.openers,
                closers: found.closers, newlines: found.newlines)
        }

        static func skipNested(
            _ bytes: UnsafePointer<UInt8>, _ count: Int, above floor: Int, _ nesting: inout keyshift_nesting
        ) -> Int {
            hasAVX2 ? keyshift_skip_nested(bytes, count, floor, &nesting) : 0
        }

        private static let hasAVX2 = keyshift_has_avx2()
    }

    typealias NativeStructureScanning = VectorStructureScanning
#else
    typealias NativeStructureScanning = PortableStructureScanning
#endif
