/// Keeps the open collections and, for each mapping, the keys seen so far, to notice a key that comes twice.
///
/// What `kubectl` prints is sorted, and in sorted keys a duplicate stands next to its twin: one comparison a key. Only a
/// mapping that turns out not to be sorted is checked when it ends.
struct JSONKeyLedger {
    private struct Collection {
        var isMapping: Bool
        var isSorted: Bool
        var firstKey: Int
    }

    private var open: [Collection] = []
    private var keys: [Range<Int>] = []
    /// Whether the innermost collection is a mapping.
    private(set) var isInMapping = false

    /// How many collections are open.
    var depth: Int { open.count }

    mutating func removeAll() {
        open.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        isInMapping = false
    }

    mutating func begin(mapping: Bool) {
        open.append(Collection(isMapping: mapping, isSorted: true, firstKey: keys.count))
        isInMapping = mapping
    }

    /// Notes a key of the innermost mapping by where its text lies in the document.
    @inline(__always)
    mutating func add(_ key: Range<Int>, in bytes: Span<UInt8>) {
        let top = open.count - 1
        if open[top].isSorted, keys.count > open[top].firstKey,
            Self.compare(keys[keys.count - 1], key, in: bytes) >= 0
        {
            open[top].isSorted = false
        }
        keys.append(key)
    }

    /// Ends the innermost collection and tells the visitor of keys that came twice in it.
    mutating func end(in bytes: Span<UInt8>, _ visitor: any DocumentVisitor) {
        guard let closed = open.popLast() else { return }
        isInMapping = open.last?.isMapping ?? false
        if !closed.isSorted { reportDuplicates(from: closed.firstKey, in: bytes, visitor) }
        keys.removeLast(keys.count - closed.firstKey)
    }

    private func reportDuplicates(from first: Int, in bytes: Span<UInt8>, _ visitor: any DocumentVisitor) {
        // A few keys in the order of a Go struct are the common case; comparing them all is cheaper than sorting.
        if keys.count - first <= 12 {
            for index in first + 1..<keys.count {
                for other in first..<index where Self.compare(keys[other], keys[index], in: bytes) == 0 {
                    visitor.duplicateKey(bytes.extracting(keys[index]), at: keys[index].lowerBound)
                    break
                }
            }
            return
        }
        var order = Array(keys[first...])
        bytes.withUnsafeBufferPointer { buffer in
            let text = { (range: Range<Int>) in UnsafeBufferPointer(rebasing: buffer[range]) }
            order.sort { text($0).lexicographicallyPrecedes(text($1)) }
        }
        for index in order.indices.dropFirst() where Self.compare(order[index - 1], order[index], in: bytes) == 0 {
            let later = max(order[index - 1].lowerBound, order[index].lowerBound)
            visitor.duplicateKey(bytes.extracting(order[index]), at: later)
        }
    }

    /// Negative, zero or positive as the first text comes before, equals or comes after the second.
    @inline(__always)
    private static func compare(_ first: Range<Int>, _ second: Range<Int>, in bytes: Span<UInt8>) -> Int {
        var (one, other) = (first.lowerBound, second.lowerBound)
        let end = one + min(first.count, second.count)
        while one < end {
            let difference = Int(bytes[one]) - Int(bytes[other])
            if difference != 0 { return difference }
            one += 1
            other += 1
        }
        return first.count - second.count
    }
}
