extension Array where Element == UInt8 {
    /// Reads from a source into the elements that begin at an index.
    ///
    /// - Parameters:
    ///   - source: where the bytes come from.
    ///   - index: where the first of them goes.
    ///   - limit: the most to read.
    /// - Returns: how many bytes were read; 0 at the end of the source.
    /// - Throws: what the source throws.
    mutating func read(
        from source: any ByteSource, at index: Int, limit: Int = .max
    ) throws(InputFailure) -> Int {
        var (count, failure): (Int, InputFailure?) = (0, nil)
        withUnsafeMutableBytes { bytes in
            do throws(InputFailure) {
                count = try source.read(into: UnsafeMutableRawBufferPointer(rebasing: bytes[index...].prefix(limit)))
            } catch {
                failure = error
            }
        }
        if let failure { throw failure }
        return count
    }
}
