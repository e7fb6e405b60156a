internal import Glibc

/// Knows the keys of the mappings that are open, to notice one that stands twice.
///
/// Keys that come sorted, as kubectl prints them, cost one comparison each. Only a mapping that is not sorted is
/// searched, and hashed once it is large; the hash is seeded per process, so no input can make it slow.
struct KeyLedger {
    private struct Key: Hashable {
        let bytes: UnsafePointer<UInt8>?
        let count: Int

        static func == (left: Key, right: Key) -> Bool { left.order(before: right) == 0 }

        func hash(into hasher: inout Hasher) {
            hasher.combine(bytes: UnsafeRawBufferPointer(start: bytes, count: count))
        }

        /// Negative, zero or positive, as memcmp.
        @inline(__always)
        func order(before other: Key) -> Int {
            guard count > 0, other.count > 0, let bytes, let otherBytes = other.bytes else {
                return count - other.count
            }
            let first = Int(bytes[0]) - Int(otherBytes[0])
            if first != 0 { return first }
            let rest = Int(memcmp(bytes, otherBytes, min(count, other.count)))
            return rest != 0 ? rest : count - other.count
        }
    }

    private final class Copy {
        let bytes: UnsafeMutablePointer<UInt8>

        init(_ source: UnsafeBufferPointer<UInt8>) {
            bytes = .allocate(capacity: source.count)
            if let first = source.baseAddress { bytes.initialize(from: first, count: source.count) }
        }

        deinit { bytes.deallocate() }
    }

    private struct Mapping {
        let firstKey: Int
        let firstCopy: Int
        var isSorted = true
    }

    private static let searchLimit = 16

    private var mappings: [Mapping] = []
    private var keys: [Key] = []
    private var copies: [Copy] = []
    private var sets: [Int: Set<Key>] = [:]

    /// Forgets everything.
    mutating func reset() {
        mappings.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        sets.removeAll()
        copies.removeAll()
    }

    /// A mapping begins.
    mutating func open() {
        mappings.append(Mapping(firstKey: keys.count, firstCopy: copies.count))
    }

    /// The innermost open mapping ends.
    mutating func close() {
        guard let closed = mappings.popLast() else { return }
        keys.removeLast(keys.count - closed.firstKey)
        if !sets.isEmpty { sets[mappings.count] = nil }
        if copies.count > closed.firstCopy { copies.removeSubrange(closed.firstCopy...) }
    }

    /// Whether the key stood in the innermost mapping before; its bytes must stay where they are until the mapping ends.
    mutating func isRepeated(_ bytes: UnsafePointer<UInt8>?, count: Int) -> Bool {
        let top = mappings.count - 1
        guard top >= 0 else { return false }
        let key = Key(bytes: bytes, count: count)
        if keys.count > mappings[top].firstKey, let last = keys.last {
            let order = mappings[top].isSorted ? last.order(before: key) : 1
            if order == 0 { return true }
            if order > 0 {
                mappings[top].isSorted = false
                return search(for: key, in: top)
            }
        }
        keys.append(key)
        return false
    }

    /// Same for a key whose bytes do not stay.
    mutating func isRepeatedCopying(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let copy = Copy(bytes)
        copies.append(copy)
        return isRepeated(copy.bytes, count: bytes.count)
    }

    private mutating func search(for key: Key, in mapping: Int) -> Bool {
        let first = mappings[mapping].firstKey
        if keys.count - first <= Self.searchLimit {
            guard !keys[first...].contains(key) else { return true }
        } else {
            if sets[mapping] == nil { sets[mapping] = Set(keys[first...]) }
            guard sets[mapping]?.insert(key).inserted == true else { return true }
        }
        keys.append(key)
        return false
    }
}
