import Dispatch
import Glibc

/// Lets a run end in order when somebody presses Ctrl-C, or asks it to end; the second time it ends at once.
enum Interruption {
    /// Does some work, which is cancelled by `SIGINT` and `SIGTERM`.
    static func watch(_ work: @escaping @Sendable () async throws -> Void) async throws {
        let task = Task { try await work() }
        let sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler {
                if task.isCancelled { _exit(ExitStatus.interrupted.rawValue) }
                StandardStreams.writeError("\nStopping after the present call; press Ctrl-C again to stop at once.\n")
                task.cancel()
            }
            source.resume()
            return source
        }
        defer { for source in sources { source.cancel() } }
        try await task.value
    }
}
