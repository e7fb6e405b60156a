public import MigrationModel
import StructuredText

/// The pages of a live cluster as inputs of a scan.
///
/// Must be used from threads of one's own, as ``LiveListing``.
public final class LiveQueue: InputQueue {
    private let listing: LiveListing
    private var page: ListingPage?
    private var token: String?
    private var reported = 0
    /// Pages that broke off in the middle, which ``LiveListing/problems`` explains better than their last, torn object.
    public private(set) var interruptedInputs: Set<String> = []

    /// Asks the cluster which types it has, waiting for the answer.
    public init(_ cluster: LiveCluster) {
        listing = LiveListing(cluster)
    }

    /// A cluster does not say beforehand how much there is.
    public var expectedBytes: Int { 0 }

    /// How often kubectl slowed itself down.
    public var throttled: Int { listing.throttled }

    /// Starts the next page.
    public func next() -> OpenedInput? {
        page = listing.next(continueToken: token)
        token = nil
        guard let page else { return nil }
        return OpenedInput(name: page.name, source: PageSource(page), syntax: .json)
    }

    /// Ends the page that was read, and remembers where the next one begins.
    public func finish(continueToken: String?) {
        token = continueToken
        if let page, page.finish().result != .complete { interruptedInputs.insert(page.name) }
    }

    /// What could not be listed, since this was last asked.
    public func takeProblems() -> [Problem] {
        defer { reported = listing.problems.count }
        return Array(listing.problems[reported...])
    }

    /// The bytes of a page.
    private final class PageSource: ByteSource {
        private let page: ListingPage

        init(_ page: ListingPage) { self.page = page }

        func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int { page.read(into: buffer) }
    }
}
