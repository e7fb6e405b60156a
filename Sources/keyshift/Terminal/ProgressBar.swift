import ClusterDump
import Dispatch
import Glibc
import Synchronization

/// Draws how far a scan has come on standard error, ten times a second, and wipes it away at the end.
final class ProgressBar: Sendable {
    private let feed: DocumentFeed
    private let isDone = Mutex(false)
    private let hasEnded = DispatchSemaphore(value: 0)

    /// Starts drawing.
    init(of feed: DocumentFeed) {
        self.feed = feed
        DispatchQueue.global().async { self.draw() }
    }

    /// Stops drawing and leaves an empty line.
    func finish() {
        isDone.withLock { $0 = true }
        hasEnded.wait()
    }

    private func draw() {
        var isVisible = false
        // A scan that is over in a moment needs no bar.
        usleep(200_000)
        while !isDone.withLock({ $0 }) {
            StandardStreams.writeError("\r\u{1b}[K" + Self.line(feed.progress))
            isVisible = true
            usleep(100_000)
        }
        if isVisible { StandardStreams.writeError("\r\u{1b}[K") }
        hasEnded.signal()
    }

    /// The bar as text: `[########············] 42 %  84.0 of 200.0 MB, 12,431 objects`.
    static func line(_ progress: DocumentFeed.Progress) -> String {
        let megabytes = { (bytes: Int) in "\(bytes / 1_000_000).\(bytes / 100_000 % 10)" }
        let objects = "\(progress.documents) objects"
        guard progress.expectedBytes > 0, progress.bytes <= progress.expectedBytes else {
            return "scanning: \(megabytes(progress.bytes)) MB, \(objects)"
        }
        let filled = progress.bytes * 20 / progress.expectedBytes
        let bar = String(repeating: "#", count: filled) + String(repeating: "·", count: 20 - filled)
        return "[\(bar)] \(progress.bytes * 100 / progress.expectedBytes) %  \(megabytes(progress.bytes)) of "
            + "\(megabytes(progress.expectedBytes)) MB, \(objects)"
    }
}
