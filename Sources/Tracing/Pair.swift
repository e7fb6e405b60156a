import Dispatch
import Synchronization

/// Two pieces of work that do not need each other, at the same time.
public enum Pair {
    /// Blocks until both are done.
    ///
    /// - Parameters:
    ///   - workers: how many threads there are; with one, the pieces are done one after the other.
    ///   - first: one piece.
    ///   - second: the other piece.
    /// - Returns: what came of both.
    public static func run<First: Sendable, Second: Sendable>(
        workers: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
    ) -> (First, Second) {
        guard workers > 1 else { return (first(), second()) }
        let (one, other) = (Slot<First>(), Slot<Second>())
        DispatchQueue.concurrentPerform(iterations: 2) { index in
            if index == 0 { one.fill(first()) } else { other.fill(second()) }
        }
        return (one.value ?? first(), other.value ?? second())
    }

    /// Where a thread leaves what it made.
    private final class Slot<Value: Sendable>: Sendable {
        private let content = Mutex<Value?>(nil)

        func fill(_ value: Value) { content.withLock { $0 = value } }

        var value: Value? { content.withLock { $0 } }
    }
}
