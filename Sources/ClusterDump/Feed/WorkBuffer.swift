/// The bytes that one worker has in hand, and the documents in them.
///
/// Each worker owns one; it grows to the largest document and is reused.
public final class WorkBuffer {
    /// A document and where its bytes are.
    public struct Entry {
        /// What the document is and where it came from.
        public var document: RawDocument
        /// Where it lies in the buffer.
        var range: Range<Int>
        /// Bytes that come before those in the buffer, for the envelope of a list.
        var head: [UInt8]
        /// Whether the bytes may be one part of a document that is too large to be read as a whole.
        public var isFragment: Bool
    }

    private var bytes = [UInt8](repeating: 0, count: WorkBuffer.readSize)
    private var filled = 0
    /// The documents in hand, in the order of the input.
    public internal(set) var entries: [Entry] = []

    /// How much is read at a time: the fastest of 256 KB, 1 MB and 4 MB, and the smallest.
    static let readSize = 256 << 10

    /// The largest buffer that is kept for the next documents.
    static let keptSize = 8 << 20

    /// Creates an empty buffer.
    public init() {}

    /// Calls back with the bytes of a document.
    public func withBytes(of entry: Entry, _ body: (Span<UInt8>) -> Void) {
        guard entry.head.isEmpty else {
            let joined = entry.head + bytes[entry.range]
            return body(joined.span)
        }
        let bytes = self.bytes
        body(bytes.span.extracting(entry.range))
    }

    /// Starts over with these bytes.
    func reset(with carried: [UInt8]) {
        entries.removeAll(keepingCapacity: true)
        if bytes.count > Self.keptSize, carried.count < Self.keptSize {
            // One huge document must not leave every worker with a huge buffer.
            bytes = []
        }
        if bytes.count < carried.count + Self.readSize { grow(to: carried.count + Self.readSize) }
        bytes.withUnsafeMutableBytes { $0.copyBytes(from: carried) }
        filled = carried.count
    }

    /// Reads once from the source behind what is there; returns how many bytes came.
    func fill(from source: any ByteSource) throws(InputFailure) -> Int {
        if bytes.count - filled < Self.readSize {
            let largest = FeedState.documentLimit + 2 * Self.readSize
            grow(to: max(min(bytes.count * 2, largest), filled + Self.readSize))
        }
        let count = try bytes.read(from: source, at: filled, limit: Self.readSize)
        filled += count
        return count
    }

    /// How many bytes are there.
    var count: Int { filled }

    /// The bytes from an index on.
    func tail(from index: Int) -> [UInt8] { Array(bytes[index..<filled]) }

    /// A copy of some bytes.
    func bytes(in range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

    /// Calls back with the bytes from an index on.
    func withTail<Result>(from index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
        let bytes = self.bytes
        return body(bytes.span.extracting(index..<filled))
    }

    private func grow(to size: Int) {
        // Exactly this size: left to itself, an array doubles.
        bytes.reserveCapacity(size)
        bytes.append(contentsOf: repeatElement(0, count: size - bytes.count))
    }
}
