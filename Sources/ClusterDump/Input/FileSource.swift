import Glibc
import MigrationModel

/// A file, a pipe or standard input, read with `read(2)`, which survives files that shrink while they are read.
public final class FileSource: ByteSource {
    private let descriptor: Int32
    private let closes: Bool

    /// Takes over an open descriptor.
    ///
    /// - Parameters:
    ///   - descriptor: is read from where it stands.
    ///   - closes: whether the descriptor is closed together with the source.
    public init(descriptor: Int32, closes: Bool) {
        self.descriptor = descriptor
        self.closes = closes
    }

    /// Opens a file.
    public convenience init(path: String) throws(InputFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.failure("opened") }
        self.init(descriptor: descriptor, closes: true)
    }

    /// Opens a file of which the whole is needed: a device or a pipe may have no end, and is refused.
    public convenience init(regularFile path: String) throws(InputFailure) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw Self.failure("opened") }
        self.init(descriptor: descriptor, closes: true)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw Self.failure("read") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw InputFailure(
                .unreadable, message: "it is no regular file", advice: "name the file itself, not a folder or a device")
        }
    }

    deinit { if closes { close(descriptor) } }

    /// Reads what is there, waiting only when nothing is.
    public func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int {
        while true {
            let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            if count >= 0 { return count }
            guard errno == EINTR else { throw Self.failure("read") }
        }
    }

    private static func failure(_ verb: String) -> InputFailure {
        let reason = String(cString: strerror(errno))
        return InputFailure(
            .unreadable, message: "it could not be \(verb): \(reason)",
            advice: "check that the file exists and that you may read it")
    }
}
