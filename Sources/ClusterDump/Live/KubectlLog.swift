/// What `kubectl` wrote to standard error, reduced to the lines that say why it failed; bounded however much that was.
///
/// Lines that are not known to be kubectl's own are never kept: a credential plug-in may print anything there.
struct KubectlLog: Sendable {
    /// kubectl's own error lines in order, shortened, control characters removed.
    private(set) var errors: [String] = []
    /// How often kubectl said that it slows itself down.
    private(set) var throttled = 0
    /// All bytes that were written.
    private(set) var byteCount = 0

    /// So many bytes from the start are read line by line; of what follows only the end.
    private static let headLimit = 1 << 18
    private static let tailLimit = 1 << 14
    private static let lineLimit = 4000
    private static let errorLimit = 20

    private var line: [UInt8] = []
    private var tail: [UInt8] = []

    /// Takes the next piece.
    mutating func append(_ bytes: UnsafeRawBufferPointer) {
        defer { byteCount += bytes.count }
        guard byteCount >= Self.headLimit else { return split(bytes) }
        tail += bytes.suffix(Self.tailLimit)
        if tail.count > Self.tailLimit { tail.removeFirst(tail.count - Self.tailLimit) }
    }

    /// Reads what was held back; nothing may be appended any more.
    mutating func close() {
        if !tail.isEmpty {
            // The line in which the head ended and the one in which the tail begins are torn.
            line = []
            let held = tail
            tail = []
            held.withUnsafeBytes { split($0) }
        }
        endLine()
    }

    private mutating func split(_ bytes: UnsafeRawBufferPointer) {
        var rest = bytes[...]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            extend(rest[..<end])
            endLine()
            rest = rest[(end + 1)...]
        }
        extend(rest)
    }

    private mutating func extend(_ bytes: Slice<UnsafeRawBufferPointer>) {
        line += bytes.prefix(Self.lineLimit - line.count)
    }

    private mutating func endLine() {
        let text = String(decoding: line, as: UTF8.self)
        line.removeAll(keepingCapacity: true)
        if Self.saysThrottled(text) {
            throttled += 1
        } else if errors.count < Self.errorLimit, let message = Self.ownError(text) {
            errors.append(message)
        }
    }

    /// The two wordings of client-go, before and since 1.22.
    private static func saysThrottled(_ line: String) -> Bool {
        line.contains("client-side throttling") || line.contains("Throttling request took")
    }

    private static let beginnings = [
        "Error from server", "error: ", "Error: ", "Unable to connect to the server", "The connection to the server",
    ]

    private static func ownError(_ line: String) -> String? {
        guard beginnings.contains(where: { line.hasPrefix($0) }) else { return nil }
        let printable = line.unicodeScalars.filter { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
        return String(String.UnicodeScalarView(printable.prefix(2000)))
    }
}
