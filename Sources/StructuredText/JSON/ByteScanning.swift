import CByteKernels

/// The inner loops of reading JSON, which exist twice: with vector instructions and in plain Swift.
protocol ByteScanning {
    /// Writes down where the bytes are that matter to the grammar.
    ///
    /// These are quotes that are not escaped; inside of strings backslashes that escape, and control characters; outside of
    /// strings `{}[]:,` and the first byte of anything else that is no white space.
    ///
    /// - Parameters:
    ///   - bytes: where to begin.
    ///   - count: how many bytes there are, at most 65,536; a multiple of 64 unless the text ends there.
    ///   - state: where the bytes before ended, and these will.
    ///   - offsets: room for `count` offsets and eight more.
    /// - Returns: how many offsets were written.
    static func index(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, _ state: inout keyshift_json_state,
        _ offsets: UnsafeMutablePointer<UInt16>
    ) -> Int
    /// Copies the text of a string, up to an escape that is left to the caller or to the end.
    ///
    /// - Parameters:
    ///   - bytes: where to begin.
    ///   - count: how many bytes there are.
    ///   - target: room for as many, which may be written to behind the copied bytes, too.
    /// - Returns: how many bytes were read, and how many written.
    static func unescape(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
    ) -> (read: Int, written: Int)
}

/// Plain Swift, for every processor.
enum PortableScanning: ByteScanning {
    static func index(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, _ state: inout keyshift_json_state,
        _ offsets: UnsafeMutablePointer<UInt16>
    ) -> Int {
        var found = 0
        for offset in 0..<count {
            let byte = bytes[offset]
            if byte >= 0x80 { state.is_beyond_ascii = true }
            let matters = state.in_string == 0 ? isStart(byte, &state) : isStop(byte, &state)
            if matters {
                offsets[found] = UInt16(offset)
                found += 1
            }
        }
        return found
    }

    /// Whether a byte outside of strings matters.
    private static func isStart(_ byte: UInt8, _ state: inout keyshift_json_state) -> Bool {
        let isInScalar = state.in_scalar != 0
        state.in_scalar = 0
        switch byte {
        case UInt8(ascii: "\""):
            state.in_string = .max
            return true
        case UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"),
            UInt8(ascii: ","):
            return true
        case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\r"), UInt8(ascii: "\t"):
            return false
        default:
            state.in_scalar = 1
            return !isInScalar
        }
    }

    /// Whether a byte inside a string matters.
    private static func isStop(_ byte: UInt8, _ state: inout keyshift_json_state) -> Bool {
        let isEscaped = state.escapes_next != 0
        state.escapes_next = 0
        if isEscaped { return byte < 0x20 }
        if byte == UInt8(ascii: "\\") { state.escapes_next = 1 }
        if byte == UInt8(ascii: "\"") { state.in_string = 0 }
        return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20
    }

    static func unescape(
        _ bytes: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
    ) -> (read: Int, written: Int) {
        var index = 0
        while index < count, bytes[index] != UInt8(ascii: "\\") {
            target[index] = bytes[index]
            index += 1
        }
        return (index, index)
    }
}

#if arch(x86_64)
    /// AVX2 where the processor has it, and SSE2, which every x86-64 processor has.
    enum VectorScanning: ByteScanning {
        private static let hasAVX2 = keyshift_has_avx2()

        static func index(
            _ bytes: UnsafePointer<UInt8>, _ count: Int, _ state: inout keyshift_json_state,
            _ offsets: UnsafeMutablePointer<UInt16>
        ) -> Int {
            guard hasAVX2 else { return PortableScanning.index(bytes, count, &state, offsets) }
            return keyshift_json_index(bytes, count, &state, offsets)
        }

        @inline(__always)
        static func unescape(
            _ bytes: UnsafePointer<UInt8>, _ count: Int, to target: UnsafeMutablePointer<UInt8>
        ) -> (read: Int, written: Int) {
            var written = 0
            let read = keyshift_unescape(bytes, count, target, &written)
            return (read, written)
        }
    }

    typealias NativeScanning = VectorScanning
#else
    typealias NativeScanning = PortableScanning
#endif
