internal import CLibDeflate

/// Compresses whole values, as Helm and Terraform do before they store them.
enum Compression {
    /// A gzip stream (RFC 1952).
    static func gzip(_ bytes: [UInt8]) -> [UInt8] { compress(bytes, libdeflate_gzip_compress) }

    /// A zlib stream (RFC 1950).
    static func zlib(_ bytes: [UInt8]) -> [UInt8] { compress(bytes, libdeflate_zlib_compress) }

    private typealias Compress = (
        OpaquePointer?, UnsafeRawPointer?, Int, UnsafeMutableRawPointer?, Int
    ) -> Int

    private static func compress(_ bytes: [UInt8], _ function: Compress) -> [UInt8] {
        let compressor = libdeflate_alloc_compressor(6)
        defer { libdeflate_free_compressor(compressor) }
        let room = bytes.count + bytes.count / 1000 + 128
        return [UInt8](unsafeUninitializedCapacity: room) { output, count in
            count = bytes.withUnsafeBytes { input in
                function(compressor, input.baseAddress, input.count, output.baseAddress, output.count)
            }
        }
    }
}
