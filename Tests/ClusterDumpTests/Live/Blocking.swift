import ClusterDump
import Foundation
import MigrationModel

/// Runs what blocks on a thread of its own, as a scan does.
func blocking<Result: Sendable>(_ body: @escaping @Sendable () -> Result) async -> Result {
    await withCheckedContinuation { continuation in
        Thread.detachNewThread { continuation.resume(returning: body()) }
    }
}

extension ListingPage {
    /// All bytes of the page.
    func readToEnd() -> Data {
        var data = Data()
        let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 1)
        defer { buffer.deallocate() }
        while case let count = read(into: buffer), count > 0 { data.append(contentsOf: buffer[..<count]) }
        return data
    }
}

/// What a listing handed out, taken from the pages with Foundation's parser.
struct Transcript: Sendable {
    struct Page: Hashable, Sendable {
        var name: String
        var kind: String
        var items: [String]
        var result: PageOutcome.Result
    }

    var pages: [Page] = []
    var listing = ""
    var types: [String] = []
    var problems: [String] = []
    var throttled = 0

    /// Reads everything.
    ///
    /// - Parameters:
    ///   - cluster: what to read.
    ///   - afterPage: runs behind each page with the number of pages so far.
    init(_ cluster: LiveCluster, afterPage: (Int) -> Void = { _ in }) {
        let listing = LiveListing(cluster)
        self.listing = listing.name
        types = listing.types.map(\.displayName)
        var token: String?
        while let page = listing.next(continueToken: token) {
            let object = try? JSONSerialization.jsonObject(with: page.readToEnd()) as? [String: Any]
            token = (object?["metadata"] as? [String: Any])?["continue"] as? String
            let items = object?["items"] as? [[String: Any]] ?? []
            let names = items.compactMap { ($0["metadata"] as? [String: Any])?["name"] as? String }
            pages.append(
                Page(
                    name: page.name, kind: object?["kind"] as? String ?? "", items: names,
                    result: page.finish().result))
            afterPage(pages.count)
        }
        problems = listing.problems.map { "\($0.code.rawValue): \($0.message)" }
        throttled = listing.throttled
    }

    func pages(of type: String) -> [Page] { pages.filter { $0.name.hasSuffix("/\(type)") } }
}
