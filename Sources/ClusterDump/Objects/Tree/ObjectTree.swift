import StructuredText

/// Reads one object after another into the same memory, without what tracing never needs.
///
/// A tree of values for every object would cost several times what reading it costs; here an object is a list of entries
/// in document order and one text. What was read is only there for the length of a call, see ``read(_:of:_:_:)``.
final class ObjectTree {
    /// How deep collections may be nested; deeper ones are left out, so that what walks a tree may call itself.
    static let depthLimit = 64

    /// A scalar or a collection, the members of which follow it.
    struct Entry {
        enum Kind: UInt8 {
            case mapping, sequence, quoted, plain
        }

        var kind: Kind
        var keyStart: UInt32
        var keyCount: UInt32
        var textStart: UInt32 = 0
        var textCount: UInt32 = 0
        /// The index behind the last entry that belongs to this one.
        var end: UInt32
    }

    private struct Frame {
        var entry: Int
        var isMapping: Bool
        var pruned: PrunedMembers
    }

    private let table = NameTable()
    private var jsonReader = JSONReader()
    private var yamlReader = YAMLReader()
    // What changes with every token is not checked for overlapping access, which would cost more than most tokens do: no
    // access to these lasts longer than the statement that it stands in.
    @exclusivity(unchecked) private var entries: [Entry] = []
    @exclusivity(unchecked) private var texts: [UInt8] = []
    @exclusivity(unchecked) private var frames: [Frame] = []
    @exclusivity(unchecked) private var key = 0..<0
    @exclusivity(unchecked) private var pruning = Pruning.search
    /// How many collections around an object are not its own: two for an item of a list.
    @exclusivity(unchecked) private var outside = 0
    @exclusivity(unchecked) private var isSkipAhead = false
    @exclusivity(unchecked) private var prunedAhead = PrunedMembers.none
    /// How many of the open collections are left out.
    @exclusivity(unchecked) private var skipped = 0

    /// Reads an object, of a broken one what comes before the problem, and calls back with it; nothing of it is kept.
    ///
    /// - Parameters:
    ///   - bytes: its text.
    ///   - document: how to read it.
    ///   - pruning: what to leave out.
    ///   - isList: whether the objects are the items of this one.
    ///   - body: receives the object; not called for a text without any value.
    func read(
        _ bytes: Span<UInt8>, of document: RawDocument, _ pruning: Pruning, isList: Bool = false,
        _ body: (Branch) -> Void
    ) {
        begin(pruning, isList: isList)
        do throws(SyntaxProblem) {
            switch document.syntax {
            case .json: try jsonReader.read(bytes, into: self)
            case .yaml:
                try document.isItem ? yamlReader.readItem(bytes, into: self) : yamlReader.read(bytes, into: self)
            case nil: return
            }
        } catch {
            // Examining the document reports what is wrong with it.
        }
        withObject(body)
    }

    /// Prepares for an object that somebody else reads and hands out to this; see ``withObject(_:)``.
    ///
    /// - Parameters:
    ///   - pruning: what to leave out.
    ///   - isList: whether the objects are the items of this one.
    func begin(_ pruning: Pruning, isList: Bool = false) {
        forget()
        (self.pruning, outside, skipped, isSkipAhead, prunedAhead, key) = (
            pruning, isList ? 2 : 0, 0, false, .none, 0..<0
        )
    }

    /// Leaves out from now on what the kind of the object makes useless.
    func go(on pruning: Pruning) { self.pruning = pruning }

    /// Ends the object, as far as it was handed out, and calls back with it; nothing of it is kept.
    ///
    /// - Parameter body: receives the object; not called when there was no value.
    func withObject(_ body: (Branch) -> Void) {
        while let open = frames.popLast() { close(open) }
        entries.withUnsafeBufferPointer { entries in
            texts.withUnsafeBufferPointer { texts in
                if !entries.isEmpty { body(Branch(entries: entries, texts: texts, index: 0, table: table)) }
            }
        }
        forget()
    }

    /// Forgets what was read, and gives back the room that one huge object took.
    func forget() {
        frames.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: entries.capacity < 1 << 16)
        texts.removeAll(keepingCapacity: texts.capacity < 1 << 20)
    }

    private func close(_ frame: Frame) { entries[frame.entry].end = UInt32(truncatingIfNeeded: entries.count) }
}

extension ObjectTree: DocumentVisitor {
    func beginMapping(at offset: Int) { begin(.mapping) }

    func beginSequence(at offset: Int) { begin(.sequence) }

    @inline(__always)
    private func begin(_ kind: Entry.Kind) {
        if skipped > 0 || isSkipAhead || frames.count >= Self.depthLimit || frames.last?.pruned == .status {
            skipped += 1
            return
        }
        append(kind)
        frames.append(Frame(entry: entries.count - 1, isMapping: kind == .mapping, pruned: prunedAhead))
        prunedAhead = .none
        key = 0..<0
    }

    func endCollection() {
        guard skipped == 0 else {
            skipped -= 1
            if skipped == 0 { isSkipAhead = false }
            return
        }
        if let frame = frames.popLast() { close(frame) }
        key = 0..<0
    }

    func key(_ text: Span<UInt8>, at offset: Int) {
        guard skipped == 0 else { return }
        let depth = frames.count - outside
        // Only a collection is left out: a label may be called like one, too.
        isSkipAhead = pruning.skips(text)
        prunedAhead = pruning == .configuration ? .none : PrunedMembers(behind: text, depth: depth)
        key = keep(text)
    }

    func scalar(_ text: Span<UInt8>, quoted: Bool, at offset: Int) {
        guard skipped == 0 else { return }
        (isSkipAhead, prunedAhead) = (false, .none)
        if let pruned = frames.last?.pruned, pruned != .none {
            let isDropped = texts.withUnsafeBufferPointer {
                pruned.dropsScalar(text, behind: UnsafeBufferPointer(rebasing: $0[key]).span)
            }
            if isDropped { return }
        }
        append(quoted ? .quoted : .plain)
        let range = keep(text)
        entries[entries.count - 1].textStart = UInt32(truncatingIfNeeded: range.lowerBound)
        entries[entries.count - 1].textCount = UInt32(truncatingIfNeeded: range.count)
    }

    func duplicateKey(_ text: Span<UInt8>, at offset: Int) {}

    @inline(__always)
    private func append(_ kind: Entry.Kind) {
        entries.append(
            Entry(
                kind: kind, keyStart: UInt32(truncatingIfNeeded: key.lowerBound),
                keyCount: UInt32(truncatingIfNeeded: key.count), end: UInt32(truncatingIfNeeded: entries.count + 1)))
    }

    @inline(__always)
    private func keep(_ text: Span<UInt8>) -> Range<Int> {
        let start = texts.count
        text.withUnsafeBufferPointer { texts.append(contentsOf: $0) }
        return start..<texts.count
    }
}
