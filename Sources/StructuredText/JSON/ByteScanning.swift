import CByteKernels

/// The inner loops of reading JSON, which exist twice: with vector instructions and in plain Swift.
protocol ByteScanning {
    /// How many bytes come before the first quote, backslash or control character.
    ///
    /// - Parameters:
    ///   - bytes: where to begin.
    ///   - count: how many bytes there are.
    ///   - high: gets its top bit set when one of them is not ASCII.
    /// - Returns: the number of bytes before it; all when there is none.
    static func plainRun(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ high: inout UInt8) -> Int
    /// How many bytes of white space come before anything else.
    static func spaceRun(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int
    /// Copies the bytes before the first backslash, all when there is none.
    ///
    /// - Parameters:
    ///   - bytes: where to begin.
    ///   - count: how many bytes there are.
    ///   - target: room for as many, which may be written to behind the copied bytes, too.
    /// - Returns: the number of bytes before the backslash.
    static func copyToBackslash(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
    ) -> Int
}

/// Plain Swift, for every processor.
enum PortableScanning: ByteScanning {
    static func plainRun(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ high: inout UInt8) -> Int {
        var index = 0
        while index < count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return index }
            high |= byte & 0x80
            index += 1
        }
        return count
    }

    static func spaceRun(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
        var index = 0
        while index < count, isSpace(bytes[index]) { index += 1 }
        return index
    }

    static func copyToBackslash(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var index = 0
        while index < count, bytes[index] != UInt8(ascii: "\\") {
            target[index] = bytes[index]
            index += 1
        }
        return index
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
            || byte == UInt8(ascii: "\t")
    }
}

#if arch(x86_64)
    /// SSE2, which every x86-64 processor has.
    enum VectorScanning: ByteScanning {
        @inline(__always)
        static func plainRun(_ bytes: UnsafePointer<UInt8>, _ count: Int, _ high: inout UInt8) -> Int {
            keyshift_plain_run(bytes, count, &high)
        }

        @inline(__always)
        static func spaceRun(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> Int {
            keyshift_space_run(bytes, count)
        }

        @inline(__always)
        static func copyToBackslash(
            _ bytes: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
        ) -> Int {
            keyshift_copy_to_backslash(bytes, count, target)
        }
    }

    typealias NativeScanning = VectorScanning
#else
    typealias NativeScanning = PortableScanning
#endif
