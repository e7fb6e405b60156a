import Dispatch
import Synchronization

/// Takes the documents that one thread is given, one after another.
public protocol DocumentWorker: AnyObject, SendableMetatype {
    /// Processes one document.
    ///
    /// - Parameters:
    ///   - document: what the document is and where it came from.
    ///   - isFragment: whether the bytes are text that belongs to no document, or to one that is too large.
    ///   - bytes: its text, valid only during the call.
    func process(_ document: RawDocument, isFragment: Bool, _ bytes: Span<UInt8>)
}

/// Runs workers over the documents of a feed, each on its own thread.
public enum DocumentWorkers {
    /// Blocks until every document has been processed.
    ///
    /// - Parameters:
    ///   - feed: deals out the documents.
    ///   - count: how many workers to run, usually one per processor.
    ///   - make: makes a worker on the thread that will use it.
    ///   - collect: takes what a worker found, one worker at a time, in no particular order.
    /// - Returns: what was collected.
    public static func run<Worker: DocumentWorker, Result: Sendable>(
        over feed: DocumentFeed, count: Int, make: @Sendable () -> Worker,
        collect: @Sendable (Worker) -> Result
    ) -> [Result] {
        let results = Mutex<[Result]>([])
        DispatchQueue.concurrentPerform(iterations: max(1, count)) { _ in
            let worker = make()
            let buffer = WorkBuffer()
            while feed.next(into: buffer) {
                for entry in buffer.entries {
                    buffer.withBytes(of: entry) {
                        worker.process(entry.document, isFragment: entry.isFragment, $0)
                    }
                }
            }
            let result = collect(worker)
            results.withLock { $0.append(result) }
        }
        return results.withLock { $0 }
    }
}
