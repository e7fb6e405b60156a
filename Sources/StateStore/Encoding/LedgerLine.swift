/// A line of an exported ledger: `{"event":…,"hash":"…"}`, itself canonical JSON.
struct LedgerLine: Hashable {
    /// The text of the event.
    var text: String
    /// Its hash.
    var hash: String

    private static let (head, middle, tail) = ("{\"event\":", ",\"hash\":\"", "\"}")

    /// The line without a line break.
    var line: String { Self.head + text + Self.middle + hash + Self.tail }

    init(text: String, hash: String) {
        self.text = text
        self.hash = hash
    }

    /// Takes a line apart.
    ///
    /// It is `nil` for what is no line; the event and its hash are not checked.
    init?(line: String) {
        let end = Self.middle.utf8.count + 64 + Self.tail.utf8.count
        let bytes = Array(line.utf8)
        guard bytes.count > Self.head.utf8.count + end, bytes.starts(with: Self.head.utf8) else { return nil }
        let rest = bytes[(bytes.count - end)...]
        guard rest.starts(with: Self.middle.utf8), bytes.suffix(2) == Array(Self.tail.utf8)[...] else { return nil }
        text = String(decoding: bytes[Self.head.utf8.count..<bytes.count - end], as: UTF8.self)
        hash = String(decoding: rest.dropFirst(Self.middle.utf8.count).dropLast(2), as: UTF8.self)
        // Bytes that are not UTF-8 were replaced, and are no line of ours.
        guard self.line.utf8.elementsEqual(bytes) else { return nil }
    }
}
