public import MigrationModel
import StructuredText
import Synchronization

/// Deals out the documents of all inputs to workers, in bounded memory and without a thread of its own.
///
/// A worker takes the lock, reads into its own buffer until that holds a whole document, cuts it up, leaves the rest to
/// whoever comes next, and lets go. Nothing is queued: who is busy does not read.
///
/// `@unchecked`, because `state` is touched under `lock` alone, which the compiler cannot see once a worker's own buffer is
/// filled from it.
public final class DocumentFeed: @unchecked Sendable {
    /// How far the feed has come.
    public struct Progress: Hashable, Sendable {
        /// Bytes read, after decompression.
        public var bytes = 0
        /// Documents handed out.
        public var documents = 0
        /// Bytes to be expected in all; 0 when unknown.
        public var expectedBytes = 0
        /// The input that is being read.
        public var input = ""
    }

    /// How reading ended.
    public struct Conclusion: Hashable, Sendable {
        /// What was read.
        public var inputs: [ScannedInput]
        /// What kept inputs from being read.
        public var problems: [Problem]
        /// Inputs whose last document is torn for a reason that is among the problems.
        public var interruptedInputs: Set<String>
    }

    private let lock = Mutex(())
    private var state: FeedState

    /// Creates a feed.
    ///
    /// - Parameter queue: used by this feed alone from now on.
    public init(_ queue: sending any InputQueue) {
        state = FeedState(queue: queue)
    }

    /// Fills the buffer with the next documents.
    ///
    /// - Returns: false when all inputs have been read; the buffer then holds none.
    public func next(into buffer: WorkBuffer) -> Bool {
        lock.withLock { _ in state.next(into: buffer) }
    }

    /// How far the feed has come.
    public var progress: Progress { lock.withLock { _ in state.progress } }

    /// What was read and what kept it from being read, once all workers are done.
    public func conclusion() -> Conclusion {
        lock.withLock { _ in state.conclusion() }
    }

    /// Reads no more inputs; what workers have in hand is still finished.
    public func stop() {
        lock.withLock { _ in state.stop() }
    }
}
