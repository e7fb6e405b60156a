internal import Glibc

/// A file that is written in large steps, so that a dump never stands in memory.
struct OutputFile: ~Copyable {
    private let path: String
    private let descriptor: Int32
    private var buffer: [UInt8] = []

    /// Creates the file, or empties it.
    init(path: String) throws(BenchmarkFailure) {
        self.path = path
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw BenchmarkFailure(errno, "cannot create \(path)") }
        buffer.reserveCapacity(1 << 20)
    }

    deinit { close(descriptor) }

    /// Appends a text.
    mutating func append(_ text: String) throws(BenchmarkFailure) {
        buffer += text.utf8
        if buffer.count >= 1 << 20 { try flush() }
    }

    /// Writes what is still in memory.
    mutating func flush() throws(BenchmarkFailure) {
        var written = 0
        while written < buffer.count {
            let count = buffer.withUnsafeBytes { bytes in
                write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            }
            guard count > 0 else { throw BenchmarkFailure(errno, "cannot write \(path)") }
            written += count
        }
        buffer.removeAll(keepingCapacity: true)
    }
}
