/// Between libyaml's nodes and the visitor: tells keys from values, watches nesting and repeated keys.
///
/// A key that is a collection is handed out as the texts in it, joined by spaces, so that none is lost.
struct VisitorFeed {
    private struct Open {
        let isMapping: Bool
        /// Whether the visitor knows of it; the sequence around a list item is kept from it.
        let isShown: Bool
        var awaitsKey: Bool
    }

    private struct CollectionKey {
        let offset: Int
        var depth = 0
        var text: [UInt8] = []
    }

    private let visitor: any DocumentVisitor
    private let isItem: Bool
    private var toSkip: Int
    private var open: [Open] = []
    private var collectionKey: CollectionKey?
    private var ledger = KeyLedger()

    /// Creates a feed.
    ///
    /// - Parameters:
    ///   - visitor: who receives the document.
    ///   - isItem: whether the document is a sequence of one element, of which only the element is handed out.
    ///   - toSkip: how many calls of the visitor another reader of the same document has made already.
    init(_ visitor: any DocumentVisitor, isItem: Bool, skipping toSkip: Int) {
        self.visitor = visitor
        self.isItem = isItem
        self.toSkip = toSkip
    }

    mutating func begin(isMapping: Bool, at offset: Int) throws(SyntaxProblem) {
        guard open.count + (collectionKey?.depth ?? 0) < SyntaxProblem.nestingLimit else {
            throw SyntaxProblem(.tooDeep, at: offset, "collections are nested too deeply")
        }
        if collectionKey != nil || open.last?.awaitsKey == true {
            var key = collectionKey ?? CollectionKey(offset: offset)
            key.depth += 1
            collectionKey = key
            return
        }
        let isShown = isMapping || !isItem || !open.isEmpty
        open.append(Open(isMapping: isMapping, isShown: isShown, awaitsKey: isMapping))
        if isMapping { ledger.open() }
        guard isShown, isDue() else { return }
        if isMapping { visitor.beginMapping(at: offset) } else { visitor.beginSequence(at: offset) }
    }

    mutating func end() {
        if var key = collectionKey {
            key.depth -= 1
            collectionKey = key.depth > 0 ? key : nil
            if key.depth == 0 { key.text.withUnsafeBufferPointer { hand(outKey: $0, at: key.offset) } }
            return
        }
        guard let closed = open.popLast() else { return }
        if closed.isMapping { ledger.close() }
        if closed.isShown, isDue() { visitor.endCollection() }
        valueIsComplete()
    }

    mutating func scalar(_ text: UnsafeBufferPointer<UInt8>, quoted: Bool, at offset: Int) {
        if collectionKey != nil {
            if collectionKey?.text.isEmpty == false { collectionKey?.text.append(UInt8(ascii: " ")) }
            collectionKey?.text.append(contentsOf: text)
            return
        }
        if open.last?.awaitsKey == true { return hand(outKey: text, at: offset) }
        if isDue() { visitor.scalar(text.span, quoted: quoted, at: offset) }
        valueIsComplete()
    }

    private mutating func hand(outKey text: UnsafeBufferPointer<UInt8>, at offset: Int) {
        open[open.count - 1].awaitsKey = false
        let isRepeated = ledger.isRepeatedCopying(text)
        guard isDue() else { return }
        visitor.key(text.span, at: offset)
        if isRepeated { visitor.duplicateKey(text.span, at: offset) }
    }

    private mutating func valueIsComplete() {
        guard let top = open.last, top.isMapping else { return }
        open[open.count - 1].awaitsKey = true
    }

    private mutating func isDue() -> Bool {
        guard toSkip > 0 else { return true }
        toSkip -= 1
        return false
    }
}
