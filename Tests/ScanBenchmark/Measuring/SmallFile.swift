internal import Glibc

/// Files that fit into memory, and those that are only there for a while.
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

    /// A folder that nobody else has, under `TMPDIR`.
    static func temporaryFolder() throws(BenchmarkFailure) -> String {
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/ScanBenchmark.XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw BenchmarkFailure(errno, "cannot make a folder in \(parent)") }
        return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
