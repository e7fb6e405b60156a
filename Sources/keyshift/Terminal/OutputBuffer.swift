/// Gathers small pieces of a result into large writes.
struct OutputBuffer {
    private var pending = ""
    private var isOpen = true

    /// Adds a piece.
    mutating func write(_ text: String) {
        pending += text
        if pending.utf8.count >= 64 << 10 { flush() }
    }

    /// Writes what was gathered; after the reader has gone, nothing any more.
    mutating func flush() {
        if isOpen, !pending.isEmpty { isOpen = StandardStreams.writeOutput(pending) }
        pending = ""
    }
}
