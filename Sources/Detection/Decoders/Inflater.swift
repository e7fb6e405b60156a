import CLibDeflate
import MigrationModel

/// Removes gzip and zlib, whole values at a time; reuses its state, so one belongs to each worker.
final class Inflater {
    /// What became of a value.
    enum Outcome: Hashable {
        /// It was compressed, and the output holds what it expanded to.
        case inflated(Decoding)
        /// It does not begin like compressed data.
        case notCompressed
        /// It begins like gzip but cannot be expanded.
        case damaged
        /// It would expand beyond the limit.
        case tooLarge
    }

    /// Largest expansion of one value; a Helm release of the largest Secret that etcd takes stays below it.
    static let limit = 32 << 20

    private let decompressor = libdeflate_alloc_decompressor()

    deinit { libdeflate_free_decompressor(decompressor) }

    /// Expands a value that begins with the magic bytes of gzip or zlib.
    ///
    /// - Parameters:
    ///   - bytes: the value; gzip members may follow each other.
    ///   - output: replaced by the expanded bytes; what could be expanded of a damaged value is not kept.
    ///   - limit: largest expansion to allow.
    /// - Returns: what became of it.
    func inflate(_ bytes: Span<UInt8>, into output: ScratchBuffer, limit: Int = Inflater.limit) -> Outcome {
        guard bytes.count > 6 else { return .notCompressed }
        if bytes[0] == 0x1f, bytes[1] == 0x8b, bytes[2] == 8 { return gunzip(bytes, into: output, limit) }
        // RFC 1950: compression method 8, and a header that is a multiple of 31.
        guard bytes[0] & 0x8f == 0x08, (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0 else { return .notCompressed }
        output.reserve(min(limit, max(4096, bytes.count * 4)))
        var consumed = 0
        switch expand(bytes, &consumed, into: output, limit, libdeflate_zlib_decompress_ex) {
        case LIBDEFLATE_SUCCESS: return .inflated(.zlib)
        case LIBDEFLATE_INSUFFICIENT_SPACE: return .tooLarge
        // Two bytes are weak evidence: a value that cannot be expanded was most likely never compressed.
        default: return .notCompressed
        }
    }

    /// Expands a value into an array; see ``inflate(_:into:limit:)``.
    func inflate(_ bytes: Span<UInt8>, into output: inout [UInt8]) -> Outcome {
        let scratch = ScratchBuffer()
        let outcome = inflate(bytes, into: scratch)
        if case .inflated = outcome { output = scratch.bytes }
        return outcome
    }

    private func gunzip(_ bytes: Span<UInt8>, into output: ScratchBuffer, _ limit: Int) -> Outcome {
        output.reserve(min(limit, max(4096, Self.sizeHint(bytes))))
        var start = 0
        repeat {
            let result = expand(bytes, &start, into: output, limit, libdeflate_gzip_decompress_ex)
            if result == LIBDEFLATE_INSUFFICIENT_SPACE { return .tooLarge }
            guard result == LIBDEFLATE_SUCCESS else { return .damaged }
        } while start + 18 <= bytes.count && bytes[start] == 0x1f && bytes[start + 1] == 0x8b
        return .inflated(.gzip)
    }

    private typealias Expand = (
        OpaquePointer?, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int, UnsafeMutablePointer<Int>?,
        UnsafeMutablePointer<Int>?
    ) -> libdeflate_result

    /// Expands one stream that begins at `start`, which moves behind it, and appends what it holds.
    private func expand(
        _ bytes: Span<UInt8>, _ start: inout Int, into output: ScratchBuffer, _ limit: Int, _ function: Expand
    ) -> libdeflate_result {
        while true {
            var (consumed, result) = (0, LIBDEFLATE_BAD_DATA)
            output.append { room in
                var produced = 0
                bytes.withUnsafeBytes { input in
                    guard let base = input.baseAddress else { return }
                    result = function(
                        decompressor, base + start, input.count - start, room.baseAddress, room.count, &consumed,
                        &produced)
                }
                return result == LIBDEFLATE_SUCCESS ? produced : 0
            }
            guard result == LIBDEFLATE_INSUFFICIENT_SPACE, output.capacity < limit else {
                start += consumed
                return result
            }
            output.grow(to: min(limit, output.capacity * 2))
        }
    }

    /// What the last four bytes of a gzip stream claim as its size (RFC 1952, ISIZE); hostile input lies here.
    private static func sizeHint(_ bytes: Span<UInt8>) -> Int {
        let end = bytes.count
        let size = (1...4).reduce(0) { $0 << 8 | Int(bytes[end - $1]) }
        // Deflate cannot expand by more than 1032; a larger claim is a lie.
        return size <= end * 1032 ? size + 1 : 0
    }
}
