public import MigrationModel

/// All objects of a live cluster, type by type and page by page.
///
/// Whoever reads a page finds `metadata.continue` in it and hands it back, as the next page depends on it:
///
/// ```swift
/// let listing = LiveListing(LiveCluster(context: "prod"))
/// var token: String?
/// while let page = listing.next(continueToken: token) {
///     token = scan(page)      // reads to the end; nil when the page names no further one
/// }
/// report(listing.problems)
/// ```
///
/// Everything here blocks; call it from threads of your own, never from Swift's shared pool of task threads.
public final class LiveListing {
    /// How often a type is listed again because its continue token expired.
    private static let restartLimit = 2

    /// How reports name the cluster: by its context.
    public let name: String
    /// The types that are read, in this order.
    public let types: [ResourceType]
    /// What was not scanned so far; complete once ``next(continueToken:)`` has returned `nil`.
    public private(set) var problems: [Problem]
    /// How often kubectl slowed itself down so far.
    public private(set) var throttled = 0

    private let cluster: LiveCluster
    private var index = 0
    private var restarts = 0
    private var lastToken: String?
    private var page: ListingPage?

    /// Asks the cluster which types it has, waiting for the answer.
    public init(_ cluster: LiveCluster) {
        self.cluster = cluster
        name = cluster.displayName
        let discovery = Discovery.of(cluster, name: name)
        types = discovery.types
        problems = discovery.problems
    }

    /// Starts the next page.
    ///
    /// - Parameter continueToken: what the last page said in `metadata.continue`; `nil` or empty when it was the type's
    ///   last.
    /// - Returns: the page, or `nil` when there are no more.
    public func next(continueToken: String?) -> ListingPage? {
        var token: String?
        if let page { token = move(after: page.finish(), of: page.type, continueToken: continueToken) }
        lastToken = token
        guard index < types.count else {
            page = nil
            return nil
        }
        let next = ListingPage(types[index], of: cluster, name: name, continueToken: token)
        page = next
        return next
    }

    /// Decides where to go on: returns the token for the same type, or moves to another.
    private func move(after outcome: PageOutcome, of type: ResourceType, continueToken: String?) -> String? {
        throttled += outcome.throttled
        if let problem = outcome.problem { problems.append(problem) }
        switch outcome.result {
        case .complete:
            // A server that hands out the same token for ever would keep us for ever.
            if let continueToken, !continueToken.isEmpty, continueToken != lastToken { return continueToken }
        case .expired where restarts < Self.restartLimit:
            restarts += 1
            return nil
        case .expired:
            let loss = "\(type.displayName) were not scanned completely"
            problems.append(
                KubectlComplaint.expired.problem(cluster: name, loss: loss, resource: type.displayName))
        case .unavailable where !cluster.isAnswering:
            giveUp()
            return nil
        case .unavailable, .abandoned, .forbidden, .gone: break
        }
        index += 1
        restarts = 0
        return nil
    }

    /// The server is gone: names what will not be read, and ends.
    private func giveUp() {
        let rest = types[(index + 1)...].map(\.displayName)
        index = types.count
        guard !rest.isEmpty else { return }
        problems.append(
            Problem(
                .unavailable, input: name,
                message: "\(name) stopped answering; not scanned: \(rest.joined(separator: ", "))",
                advice: "Check with kubectl get --raw /version, then scan again."))
    }
}
