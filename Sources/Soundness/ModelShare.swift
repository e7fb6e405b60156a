import Dispatch
import Synchronization

/// A loop over models that several threads share: each takes the next one, since some take a thousand times as long as others.
enum ModelShare {
    /// Blocks until every number has been worked on.
    ///
    /// - Parameters:
    ///   - count: how many numbers there are, from 0.
    ///   - workers: how many threads to run.
    ///   - work: works on one number.
    /// - Returns: what came of the numbers, in their order, however they were shared.
    static func run<Result: Sendable>(
        _ count: Int, workers: Int, _ work: @Sendable (Int) -> Result
    ) -> [Result] {
        guard workers > 1, count > 1 else { return (0..<count).map(work) }
        let next = Mutex(0)
        let results = Mutex<[Result?]>(Array(repeating: nil, count: count))
        DispatchQueue.concurrentPerform(iterations: min(workers, count)) { _ in
            while true {
                let number = next.withLock { next -> Int in
                    defer { next += 1 }
                    return next
                }
                guard number < count else { return }
                let result = work(number)
                results.withLock { $0[number] = result }
            }
        }
        return results.withLock { $0.compactMap { $0 } }
    }
}
