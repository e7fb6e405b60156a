import MigrationModel

/// What the workers of a feed share, under its lock.
struct FeedState {
    /// The largest document that is read as a whole; etcd takes objects of 1.5 MB unless it is told otherwise.
    static let documentLimit = 32 << 20

    private let queue: any InputQueue
    private var current: CurrentInput?
    private var inputs: [ScannedInput] = []
    private var problems: [Problem] = []
    private(set) var progress = DocumentFeed.Progress()
    private var isStopped = false
    /// Inputs that broke off in the middle.
    private var brokenOff: Set<String> = []

    init(queue: any InputQueue) {
        self.queue = queue
    }

    /// See ``DocumentFeed/next(into:)``.
    mutating func next(into buffer: WorkBuffer) -> Bool {
        buffer.reset(with: [])
        while !isStopped {
            guard var input = current ?? openNext() else { return false }
            current = nil
            let isEnded = input.read(into: buffer, &problems)
            progress.bytes += input.takeNewBytes()
            progress.documents += buffer.entries.count
            if isEnded { finish(input) } else { current = input }
            if !buffer.entries.isEmpty { return true }
        }
        return false
    }

    mutating func conclusion() -> DocumentFeed.Conclusion {
        DocumentFeed.Conclusion(
            inputs: inputs, problems: problems + queue.takeProblems(),
            interruptedInputs: brokenOff.union(queue.interruptedInputs))
    }

    mutating func stop() { isStopped = true }

    private mutating func openNext() -> CurrentInput? {
        guard let opened = queue.next() else { return nil }
        progress.expectedBytes = queue.expectedBytes
        progress.input = opened.name
        return CurrentInput(opened)
    }

    private mutating func finish(_ input: CurrentInput) {
        if input.isBrokenOff { brokenOff.insert(input.name) }
        // Pages of one live listing share a name and are one input to a reader of the report.
        if let last = inputs.last, last.name == input.name {
            inputs[inputs.count - 1].bytes += input.bytes
            inputs[inputs.count - 1].objects += input.objects
        } else {
            inputs.append(ScannedInput(name: input.name, bytes: input.bytes, objects: input.objects))
        }
        queue.finish(continueToken: input.continueToken)
    }
}
