import Glibc
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
        let hash = Self.hash(bytes)
        let place = Int(truncatingIfNeeded: hash >> 32) & (Self.size - 1)
        if slots[place].hash == hash, Self.areEqual(slots[place].text, bytes) { return slots[place].text }
        let text = String(copying: bytes)
        slots[place] = Slot(hash: hash, text: text)
        return text
    }

    /// Eight bytes a step, the last of which may be looked at twice; who finds texts that share a place gains nothing by it.
    private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
        bytes.withUnsafeBytes { bytes in
            var hash = UInt64(truncatingIfNeeded: bytes.count)
            var index = 0
            while index < bytes.count {
                let word = bytes.loadUnaligned(fromByteOffset: min(index, bytes.count - 8), as: UInt64.self)
                hash = (hash ^ word) &* 0x9e37_79b9_7f4a_7c15
                hash ^= hash >> 32
                index += 8
            }
            return hash
        }
    }

    private static func areEqual(_ text: String, _ bytes: Span<UInt8>) -> Bool {
        let own = text.utf8.span
        guard own.count == bytes.count else { return false }
        return own.withUnsafeBytes { own in
            bytes.withUnsafeBytes { bytes in
                guard let one = own.baseAddress, let other = bytes.baseAddress else { return true }
                return memcmp(one, other, bytes.count) == 0
            }
        }
    }
}
