import Glibc

/// Hands bytes to a program through a pipe, from a thread of its own, which may block.
///
/// A program that ends before it has read everything is none of this process's troubles: the signal for a broken pipe is
/// blocked in that thread only, and goes with it.
final class InputPipe: Sendable {
    /// The end that the program reads; -1 when there can be no pipe.
    let readEnd: CInt

    /// Starts to write.
    init(_ bytes: [UInt8]) {
        var ends: [CInt] = [-1, -1]
        guard pipe(&ends) == 0 else {
            readEnd = -1
            return
        }
        // No other child of this process may hold an end, else nobody would ever see the other one closed.
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        readEnd = ends[0]
        Self.write(bytes, to: ends[1])
    }

    /// Closes the end of the program in this process, once, when the program has it or was not started.
    func close() {
        if readEnd >= 0 { Glibc.close(readEnd) }
    }

    /// What a thread is handed.
    private final class Job {
        let bytes: [UInt8]
        let end: CInt

        init(_ bytes: [UInt8], _ end: CInt) { (self.bytes, self.end) = (bytes, end) }

        func run() {
            var signals = sigset_t()
            sigemptyset(&signals)
            sigaddset(&signals, SIGPIPE)
            pthread_sigmask(SIG_BLOCK, &signals, nil)
            defer { Glibc.close(end) }
            bytes.withUnsafeBytes { buffer in
                var position = 0
                while position < buffer.count {
                    let count = Glibc.write(end, buffer.baseAddress?.advanced(by: position), buffer.count - position)
                    if count < 0, errno == EINTR { continue }
                    guard count > 0 else { return }
                    position += count
                }
            }
        }
    }

    private static func write(_ bytes: [UInt8], to end: CInt) {
        let job = Unmanaged.passRetained(Job(bytes, end))
        var thread = pthread_t()
        let status = pthread_create(
            &thread, nil,
            { job in
                if let job { Unmanaged<Job>.fromOpaque(job).takeRetainedValue().run() }
                return nil
            }, job.toOpaque())
        guard status != 0 else {
            pthread_detach(thread)
            return
        }
        job.release()
        Glibc.close(end)
    }
}
