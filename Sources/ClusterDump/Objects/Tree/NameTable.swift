import StructuredText

/// Texts that stand in one object after another, such as the names of labels and variables, each kept only once.
///
/// Every text has one place in a table of fixed size, where the last one wins: whatever an input holds, the table neither grows nor
/// gets slow.
final class NameTable {
    private struct Slot {
        var hash: UInt64
        var text: String
    }

    /// Texts up to this length need no memory of their own.
    private static let inline = 15
    /// Longer ones are no names.
    private static let longest = 128
    private static let size = 1024

    private var slots = [Slot](repeating: Slot(hash: 0, text: ""), count: NameTable.size)

    /// A text, repaired where it is no UTF-8; the same memory as for an equal text before, if it still has its place.
    func text(_ bytes: Span<UInt8>) -> String {
        guard bytes.count > Self.inline, bytes.count <= Self.longest else { return String(copying: bytes) }
        // FNV-1a, as in https://datatracker.ietf.org/doc/draft-eastlake-fnv/
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for index in bytes.indices { hash = (hash ^ UInt64(bytes[index])) &* 0x100_0000_01b3 }
        let place = Int(truncatingIfNeeded: hash >> 32) & (Self.size - 1)
        if slots[place].hash == hash, Self.areEqual(slots[place].text, bytes) { return slots[place].text }
        let text = String(copying: bytes)
        slots[place] = Slot(hash: hash, text: text)
        return text
    }

    private static func areEqual(_ text: String, _ bytes: Span<UInt8>) -> Bool {
        let own = text.utf8.span
        guard own.count == bytes.count else { return false }
        for index in bytes.indices where own[index] != bytes[index] { return false }
        return true
    }
}
