/// Reads YAML in the shape that kubectl prints, line by line, with the events and offsets of libyaml.
///
/// Block collections, scalars of every style, `{}` and `[]`, and comments. It stops before anything else (anchors, tags,
/// flow collections, tabs where they could matter, keys with escapes) and before anything that libyaml might refuse, for
/// libyaml to decide; ``calls`` says how much of the document was handed out by then.
///
/// The text must hold no character that libyaml refuses and no line breaks but line feeds, see ``YAMLCharacters``.
struct KubectlYAMLReader {
    /// Something is not in kubectl's way.
    struct Unfamiliar: Error {}

    /// What is allocated once for many documents.
    struct Buffers {
        fileprivate(set) var frames: [Frame] = []
        var scratch: [UInt8] = []
        fileprivate(set) var ledger = KeyLedger()
    }

    /// An open collection.
    struct Frame {
        enum Kind {
            case mapping
            case sequence
            /// A sequence at the indentation of the mapping that it is a value of; for libyaml it has none of its own.
            case indentlessSequence
        }

        let kind: Kind
        let indent: Int
        /// The sequence around a list item is not.
        let isShown: Bool
    }

    let text: UnsafePointer<UInt8>
    let end: Int
    let hasTabs: Bool
    let visitor: any DocumentVisitor
    /// Taken from the caller, who takes them back.
    var buffers: Buffers
    /// How often the visitor was called, repeated keys not counted.
    private(set) var calls = 0
    /// Everything before was read.
    var position = 0
    private var lineStart = 0
    /// The first byte behind the spaces of the line at ``position``, if it is known; else anything before.
    var peeked = -1
    private let isItem: Bool
    private var isStarted = false
    /// Behind the colon or dash of the innermost collection whose value has not come yet; negative if it has.
    private var pending = -1

    /// Creates a reader; there is nothing to read in an empty text.
    init?(
        _ text: UnsafeBufferPointer<UInt8>, hasTabs: Bool, isItem: Bool, buffers: consuming Buffers,
        into visitor: any DocumentVisitor
    ) {
        guard let base = text.baseAddress else { return nil }
        self.text = base
        self.end = text.count
        self.hasTabs = hasTabs
        self.isItem = isItem
        self.buffers = buffers
        self.visitor = visitor
        if text.starts(with: [0xEF, 0xBB, 0xBF]) { (position, lineStart) = (3, 3) }
    }

    /// Hands out the document.
    ///
    /// - Returns: whether it was read to its end.
    mutating func read() -> Bool {
        buffers.frames.removeAll(keepingCapacity: true)
        buffers.ledger.reset()
        do throws(Unfamiliar) {
            try readLines()
            return isStarted
        } catch {
            return false
        }
    }

    /// The indentation that a value's further lines must exceed: the innermost collection's.
    private(set) var blockIndent = -1

    private mutating func readLines() throws(Unfamiliar) {
        var isMarked = false
        while let column = try nextColumn() {
            if column == 0, let marker = documentMarker() {
                guard marker == UInt8(ascii: "-") else {
                    position = try endOfLine(after: position + 3)
                    guard try nextColumn() == nil else { throw Unfamiliar() }
                    break
                }
                guard !isMarked, !isStarted else { throw Unfamiliar() }
                isMarked = true
                position = try endOfLine(after: position + 3)
                continue
            }
            try readStructure(at: column)
        }
        while !buffers.frames.isEmpty { close() }
    }

    /// Goes to the next line that has content.
    private mutating func nextColumn() throws(Unfamiliar) -> Int? {
        while position < end {
            lineStart = max(position, lineStart)
            let first = peeked >= position ? peeked : ByteSearch.firstNonSpace(in: text, from: position, to: end)
            guard first < end else { break }
            switch text[first] {
            case UInt8(ascii: "\n"): position = first + 1
            case UInt8(ascii: "#"): position = lineBreak(from: first) + 1
            case UInt8(ascii: "\t"): throw Unfamiliar()
            default:
                position = first
                return first - lineStart
            }
        }
        position = end
        return nil
    }

    private func documentMarker() -> UInt8? {
        let byte = text[position]
        guard byte == UInt8(ascii: "-") || byte == UInt8(ascii: "."), position + 3 <= end,
            text[position + 1] == byte, text[position + 2] == byte, isBlank(at: position + 3)
        else { return nil }
        return byte
    }

    // MARK: Structure

    private mutating func readStructure(at column: Int) throws(Unfamiliar) {
        if isDash(at: position) {
            closeDeeper(than: column)
            return try readEntries(at: column)
        }
        // Known before anything is closed: for libyaml a text here could still be the value that is pending.
        let keyEnd = try keyEnd(at: position)
        closeDeeper(than: column)
        if let top = buffers.frames.last, top.kind == .indentlessSequence, top.indent == column { close() }
        if let top = buffers.frames.last, pending < 0 || column == top.indent {
            guard top.kind == .mapping, top.indent == column else { throw Unfamiliar() }
            completePending()
        } else {
            try open(.mapping, indent: column)
        }
        try readMember(keyEnd: keyEnd)
    }

    private mutating func closeDeeper(than column: Int) {
        while blockIndent > column { close() }
    }

    /// A dash, the dashes right behind it, and what is behind the last one.
    private mutating func readEntries(at firstColumn: Int) throws(Unfamiliar) {
        var column = firstColumn
        try openSequence(at: column)
        while true {
            completePending()
            if isItem, buffers.frames.count == 1 {
                guard !isStarted else { throw Unfamiliar() }
                isStarted = true
            }
            pending = position + 1
            let next = ByteSearch.firstNonSpace(in: text, from: position + 1, to: end)
            if next == end || text[next] == UInt8(ascii: "\n") {
                position = min(next + 1, end)
                return
            }
            position = next
            column = next - lineStart
            guard isDash(at: position) else { return try readEntry(at: column) }
            try open(.sequence, indent: column)
        }
    }

    private mutating func openSequence(at column: Int) throws(Unfamiliar) {
        guard let top = buffers.frames.last else { return try open(.sequence, indent: column) }
        if pending >= 0, column > top.indent { return try open(.sequence, indent: column) }
        guard top.indent == column else { throw Unfamiliar() }
        guard top.kind == .mapping else { return }
        guard pending >= 0 else { throw Unfamiliar() }
        try open(.indentlessSequence, indent: column)
    }

    /// A mapping or a scalar behind a dash.
    private mutating func readEntry(at column: Int) throws(Unfamiliar) {
        if let keyEnd = try keyEndIfAny(at: position) {
            try open(.mapping, indent: column)
            try readMember(keyEnd: keyEnd)
        } else {
            try readScalar()
        }
    }

    private mutating func readMember(keyEnd: Int) throws(Unfamiliar) {
        let isQuoted = text[position] == UInt8(ascii: "\"") || text[position] == UInt8(ascii: "'")
        let first = isQuoted ? position + 1 : position
        let key = UnsafeBufferPointer(start: text + first, count: (isQuoted ? keyEnd - 1 : keyEnd) - first)
        calls += 1
        visitor.key(key.span, at: position)
        if buffers.ledger.isRepeated(key.baseAddress, count: key.count) {
            visitor.duplicateKey(key.span, at: position)
        }
        pending = keyEnd + 1
        position = ByteSearch.firstNonSpace(in: text, from: pending, to: end)
        guard position < end else { return }
        guard text[position] != UInt8(ascii: "\n") else {
            position += 1
            return
        }
        if text[position] == UInt8(ascii: "#") {
            position = try endOfLine(after: pending)
            return
        }
        guard !isDash(at: position) else { throw Unfamiliar() }
        try readScalar()
    }

    // MARK: Events

    private mutating func open(_ kind: Frame.Kind, indent: Int) throws(Unfamiliar) {
        let frames = buffers.frames.count
        guard frames > 0 || !isStarted, frames < SyntaxProblem.nestingLimit else { throw Unfamiliar() }
        let isShown = frames > 0 || kind == .mapping || !isItem
        isStarted = isStarted || isShown
        pending = -1
        buffers.frames.append(Frame(kind: kind, indent: indent, isShown: isShown))
        blockIndent = indent
        if kind == .mapping { buffers.ledger.open() }
        guard isShown else { return }
        calls += 1
        if kind == .mapping { visitor.beginMapping(at: position) } else { visitor.beginSequence(at: position) }
    }

    private mutating func close() {
        completePending()
        guard let closed = buffers.frames.popLast() else { return }
        blockIndent = buffers.frames.last?.indent ?? -1
        if closed.kind == .mapping { buffers.ledger.close() }
        guard closed.isShown else { return }
        calls += 1
        visitor.endCollection()
    }

    /// A value that did not come is an empty scalar.
    @inline(__always)
    private mutating func completePending() {
        guard pending >= 0 else { return }
        hand(out: UnsafeBufferPointer(start: nil, count: 0), quoted: false, at: pending)
    }

    mutating func hand(out scalar: UnsafeBufferPointer<UInt8>, quoted: Bool, at offset: Int) {
        pending = -1
        calls += 1
        visitor.scalar(scalar.span, quoted: quoted, at: offset)
    }

    mutating func hand(outPart range: Range<Int>, quoted: Bool, at offset: Int) {
        hand(out: UnsafeBufferPointer(start: text + range.lowerBound, count: range.count), quoted: quoted, at: offset)
    }

    mutating func handOutEmptyCollection(isMapping: Bool) {
        pending = -1
        calls += 2
        if isMapping { visitor.beginMapping(at: position) } else { visitor.beginSequence(at: position) }
        visitor.endCollection()
    }
}
