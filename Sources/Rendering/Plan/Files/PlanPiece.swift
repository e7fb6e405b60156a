import Dispatch
import MigrationModel
import Synchronization

/// Some files of a plan that are made together, so that a large plan never stands in memory as text.
struct PlanPiece: Sendable {
    /// Makes them.
    let files: @Sendable () -> [PlanFile]

    init(_ files: @escaping @Sendable () -> [PlanFile]) { self.files = files }

    /// Makes pieces on several threads, each as soon as one has nothing else to do, and hands out their files.
    ///
    /// - Parameters:
    ///   - pieces: the pieces, in the order in which they are begun.
    ///   - workers: how many threads there are.
    ///   - body: takes each file; once it returns `false`, no further piece is begun.
    static func run(_ pieces: [PlanPiece], workers: Int, _ body: @Sendable (PlanFile) -> Bool) {
        let next = Mutex(0)
        DispatchQueue.concurrentPerform(iterations: max(1, min(workers, pieces.count))) { _ in
            while let piece = next.withLock({ next -> PlanPiece? in
                guard next < pieces.count else { return nil }
                defer { next += 1 }
                return pieces[next]
            }) {
                for file in piece.files() where !body(file) {
                    next.withLock { $0 = pieces.count }
                    return
                }
            }
        }
    }
}
