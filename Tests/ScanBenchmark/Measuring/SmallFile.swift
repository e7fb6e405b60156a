internal import Glibc

/// Files that fit into memory, and what is known of others.
enum SmallFile {
    /// All bytes of a file.
    static func read(_ path: String) throws(BenchmarkFailure) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw BenchmarkFailure(errno, "cannot read \(path)") }
        defer { close(descriptor) }
        var (bytes, buffer) = ([UInt8](), [UInt8](repeating: 0, count: 1 << 16))
        while true {
            let count = Glibc.read(descriptor, &buffer, buffer.count)
            guard count > 0 else { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// The size of a file.
    static func size(_ path: String) throws(BenchmarkFailure) -> Int {
        var information = stat()
        guard stat(path, &information) == 0 else { throw BenchmarkFailure(errno, "cannot read \(path)") }
        return Int(information.st_size)
    }
}
