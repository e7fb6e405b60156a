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
    func inflate(_ bytes: Span<UInt8>, into output: inout [UInt8]) -> Outcome {
        guard bytes.count > 6 else { return .notCompressed }
        if bytes[0] == 0x1f, bytes[1] == 0x8b, bytes[2] == 8 { return gunzip(bytes, into: &output) }
        // RFC 1950: compression method 8, and a header that is a multiple of 31.
        guard bytes[0] & 0x8f == 0x08, (Int(bytes[0]) << 8 | Int(bytes[1])) % 31 == 0 else { return .notCompressed }
        var (from, count) = (0, 0)
        let result = expand(bytes, &from, into: &output, &count, libdeflate_zlib_decompress_ex)
        // Two bytes are weak evidence: a value that cannot be expanded was most likely never compressed.
        return result == .damaged ? .notCompressed : result == .inflated(.gzip) ? .inflated(.zlib) : result
    }

    private func gunzip(_ bytes: Span<UInt8>, into output: inout [UInt8]) -> Outcome {
        var (from, count) = (0, 0)
        repeat {
            let result = expand(bytes, &from, into: &output, &count, libdeflate_gzip_decompress_ex)
            guard result == .inflated(.gzip) else { return result }
        } while from + 18 <= bytes.count && bytes[from] == 0x1f && bytes[from + 1] == 0x8b
        return .inflated(.gzip)
    }

    private typealias Expand = (
        OpaquePointer?, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int, UnsafeMutablePointer<Int>?,
        UnsafeMutablePointer<Int>?
    ) -> libdeflate_result

    /// Expands one stream that begins at `from` and puts its output behind the first `count` bytes.
    private func expand(
        _ bytes: Span<UInt8>, _ from: inout Int, into output: inout [UInt8], _ count: inout Int, _ function: Expand
    ) -> Outcome {
        var capacity = min(Self.limit, max(4096, Self.sizeHint(bytes), output.capacity))
        while true {
            if output.count < capacity { output.append(contentsOf: repeatElement(0, count: capacity - output.count)) }
            var (consumed, produced) = (0, 0)
            let result = bytes.withUnsafeBytes { input in
                output.withUnsafeMutableBytes { room in
                    function(
                        decompressor, input.baseAddress! + from, input.count - from, room.baseAddress! + count,
                        room.count - count, &consumed, &produced)
                }
            }
            switch result {
            case LIBDEFLATE_SUCCESS:
                (from, count) = (from + consumed, count + produced)
                output.removeLast(output.count - count)
                return .inflated(.gzip)
            case LIBDEFLATE_INSUFFICIENT_SPACE where capacity < Self.limit:
                capacity = min(Self.limit, capacity * 2)
            case LIBDEFLATE_INSUFFICIENT_SPACE:
                return .tooLarge
            default:
                return .damaged
            }
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
