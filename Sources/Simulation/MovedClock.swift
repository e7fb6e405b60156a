public import Execution
public import MigrationModel
import Synchronization

/// A clock that stands still until somebody moves it, or waits on it: waiting takes no time.
public final class MovedClock: MigrationClock {
    private let time: Mutex<Timestamp>

    /// Creates a clock.
    ///
    /// - Parameter start: the moment at which it begins.
    public init(at start: Timestamp) { time = Mutex(start) }

    /// The present moment.
    public func now() -> Timestamp { time.withLock { $0 } }

    /// Moves it ahead.
    ///
    /// - Parameter milliseconds: how far; backwards when negative.
    public func move(milliseconds: Int) { time.withLock { $0 = $0.adding(milliseconds: milliseconds) } }

    /// Moves it ahead by as long as somebody wants to wait.
    public func sleep(milliseconds: Int) async throws {
        try Task.checkCancellation()
        move(milliseconds: milliseconds)
    }
}
