/// One answer of the server on its way in: a JSON object whose kind is the type's followed by `List`.
///
/// Read it to the end, then call ``finish()``. Reading blocks the thread and must not be done on Swift's shared pool of
/// task threads, of which there may be only one.
public final class ListingPage {
    /// How reports and progress name it: the cluster and the type, such as `prod/secrets`.
    public let name: String
    /// The type that is listed.
    public let type: ResourceType
    private let run: ProgramRun
    private let cluster: String
    private var outcome: PageOutcome?

    init(_ type: ResourceType, of cluster: LiveCluster, name: String, continueToken: String?) {
        self.type = type
        self.cluster = name
        self.name = ([name, cluster.namespace, type.displayName] as [String?]).compactMap { $0 }.joined(separator: "/")
        let path = type.listPath(
            namespace: cluster.namespace, limit: cluster.pageLimit, continueToken: continueToken)
        run = cluster.start(["get", "--raw", path])
    }

    /// The pipe that the page arrives in, for those who wait for several at once; it is closed with the page.
    public var fileDescriptor: Int32 { run.output }

    /// Reads the next bytes, waiting for them.
    ///
    /// - Returns: how many bytes there are; 0 when there are no more, for whatever reason. ``finish()`` tells which.
    public func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        run.read(into: buffer)
    }

    /// Ends the transfer and tells how it went; later calls give the same answer.
    @discardableResult public func finish() -> PageOutcome {
        if let outcome { return outcome }
        let ended = judge(run.finish())
        outcome = ended
        return ended
    }

    private func judge(_ ending: ProgramRun.Ending) -> PageOutcome {
        let throttled = ending.log.throttled
        guard let complaint = KubectlComplaint(ending) else {
            let result = ending.status == .abandoned ? PageOutcome.Result.abandoned : .complete
            return PageOutcome(result: result, problem: nil, throttled: throttled)
        }
        let loss = "\(type.displayName) were not scanned completely"
        let problem = complaint.problem(cluster: cluster, loss: loss, resource: type.displayName)
        switch complaint {
        case .expired: return PageOutcome(result: .expired, problem: nil, throttled: throttled)
        case .notFound: return PageOutcome(result: .gone, problem: nil, throttled: throttled)
        case .forbidden: return PageOutcome(result: .forbidden, problem: problem, throttled: throttled)
        case .missing, .silent, .unauthenticated, .failed:
            return PageOutcome(result: .unavailable, problem: problem, throttled: throttled)
        }
    }
}
