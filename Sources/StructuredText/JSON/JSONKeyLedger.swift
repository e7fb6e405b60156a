internal import Glibc

/// Keeps the open collections and, for each mapping, the keys seen so far, to notice a key that comes twice.
///
/// What `kubectl` prints is sorted, and in sorted keys a duplicate stands next to its twin: one comparison a key. Only a
/// mapping that turns out not to be sorted is checked when it ends.
struct JSONKeyLedger {
    private struct Collection {
        var isMapping = false
        var isSorted = true
        var firstKey = 0
    }

    /// The innermost collection; those around it, with the document itself as the outermost.
    private var current = Collection()
    private var outer: [Collection] = []
    private var keys: [Range<Int>] = []
    /// Whether keys are kept at all.
    private var keepsKeys = true

    /// How many collections are open.
    var depth: Int { outer.count }
    /// Whether the innermost collection is a mapping.
    var isInMapping: Bool { current.isMapping }

    /// Starts with another document; keys that nobody asks for are not kept.
    mutating func begin(keepingKeys: Bool) {
        outer.removeAll(keepingCapacity: true)
        keys.removeAll(keepingCapacity: true)
        (current, keepsKeys) = (Collection(), keepingKeys)
    }

    /// A collection begins.
    mutating func begin(mapping: Bool) {
        outer.append(current)
        current = Collection(isMapping: mapping, firstKey: keys.count)
    }

    /// Notes a key of the innermost mapping by where its text lies in the document.
    @inline(__always)
    mutating func add(_ key: Range<Int>, in text: JSONBytes) {
        guard keepsKeys else { return }
        if current.isSorted, keys.count > current.firstKey, !Self.isSure(keys[keys.count - 1], before: key, text) {
            current.isSorted = Self.compare(keys[keys.count - 1], key, in: text) < 0
        }
        keys.append(key)
    }

    /// Ends the innermost collection and tells the visitor of keys that came twice in it.
    mutating func end(in text: JSONBytes, _ visitor: any DocumentVisitor) {
        let closed = current
        current = outer.popLast() ?? Collection()
        if !closed.isSorted { reportDuplicates(from: closed.firstKey, in: text, visitor) }
        keys.removeLast(keys.count - closed.firstKey)
    }

    private func reportDuplicates(from first: Int, in text: JSONBytes, _ visitor: any DocumentVisitor) {
        // A few keys in the order of a Go struct are the common case; comparing them all is cheaper than sorting.
        if keys.count - first <= 12 {
            for index in first + 1..<keys.count {
                for other in first..<index where Self.areEqual(keys[other], keys[index], in: text) {
                    visitor.duplicateKey(text[keys[index]].span, at: keys[index].lowerBound)
                    break
                }
            }
            return
        }
        let order = keys[first...].sorted { Self.compare($0, $1, in: text) < 0 }
        for index in order.indices.dropFirst() where Self.areEqual(order[index - 1], order[index], in: text) {
            let later = max(order[index - 1].lowerBound, order[index].lowerBound)
            visitor.duplicateKey(text[order[index]].span, at: later)
        }
    }

    /// Whether the first bytes say that one key comes before another, as nearly all do.
    @inline(__always)
    private static func isSure(_ first: Range<Int>, before second: Range<Int>, _ text: JSONBytes) -> Bool {
        text.prefix(of: first) < text.prefix(of: second)
    }

    @inline(__always)
    private static func areEqual(_ first: Range<Int>, _ second: Range<Int>, in text: JSONBytes) -> Bool {
        first.count == second.count && compare(first, second, in: text) == 0
    }

    /// Negative, zero or positive as the first text comes before, equals or comes after the second.
    private static func compare(_ first: Range<Int>, _ second: Range<Int>, in text: JSONBytes) -> Int {
        let (one, other) = (text[first], text[second])
        guard let left = one.baseAddress, let right = other.baseAddress else { return one.count - other.count }
        let order = Int(memcmp(left, right, min(one.count, other.count)))
        return order != 0 ? order : one.count - other.count
    }
}
