import MigrationModel

extension ByteSource {
    /// Everything there is, for small files such as an allowlist.
    ///
    /// - Parameter limit: the most that is accepted.
    /// - Returns: all bytes.
    /// - Throws: ``InputFailure`` when it cannot be read or is larger than the limit.
    public func readAll(limit: Int) throws(InputFailure) -> [UInt8] {
        // It grows with the file: a limit may be far larger than any file that is read.
        var bytes = [UInt8](repeating: 0, count: Swift.min(1 << 16, limit + 1))
        var filled = 0
        while filled <= limit {
            if filled == bytes.count {
                let more = Swift.min(bytes.count, limit + 1 - bytes.count)
                bytes.append(contentsOf: repeatElement(0, count: more))
            }
            let count = try bytes.read(from: self, at: filled)
            if count == 0 { return Array(bytes[..<filled]) }
            filled += count
        }
        throw InputFailure(
            .objectTooLarge, message: "it is larger than \(limit >> 20) MiB", advice: "check that it is the right file")
    }
}
