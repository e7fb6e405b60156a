import Dispatch
import Synchronization

/// A loop over numbers that several threads share.
enum SharedLoop {
    /// How many numbers a thread takes at a time.
    private static let step = 256

    /// Blocks until every number has been worked on.
    ///
    /// - Parameters:
    ///   - count: how many numbers there are, from 0.
    ///   - workers: how many threads to run, usually one per processor.
    ///   - make: makes what works on numbers, on the thread that will use it.
    ///   - work: works on one number; `nil` for nothing.
    /// - Returns: what came of the numbers, in their order, however they were shared.
    static func run<Worker, Result: Sendable>(
        _ count: Int, workers: Int, make: @Sendable () -> Worker, _ work: @Sendable (Int, Worker) -> Result?
    ) -> [Result] {
        let next = Mutex(0)
        let parts = Mutex<[(first: Int, results: [Result])]>([])
        let threads = max(1, min(workers, (count + step - 1) / step))
        DispatchQueue.concurrentPerform(iterations: threads) { _ in
            let worker = make()
            while true {
                let first = next.withLock { next -> Int in
                    defer { next += step }
                    return next
                }
                guard first < count else { return }
                let results = (first..<min(count, first + step)).compactMap { work($0, worker) }
                parts.withLock { $0.append((first, results)) }
            }
        }
        return parts.withLock { $0.sorted { $0.first < $1.first }.flatMap(\.results) }
    }
}
