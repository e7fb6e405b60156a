/// What was read since the first anchor of a document, to be handed out again for each alias.
///
/// Aliases inside anchored nodes are kept as aliases, so memory grows with the document and not with its expansion.
struct AnchoredNodes {
    /// How many events aliases may add to a document; as a tree they take about 70 MB.
    static let eventLimit = 200_000
    /// How many bytes of text aliases may add to a document.
    static let byteLimit = 16 << 20

    private enum Entry {
        case begin(isMapping: Bool, offset: Int)
        case end
        case scalar(text: Range<Int>, quoted: Bool, offset: Int)
        case alias(target: Int)
    }

    private var entries: [Entry] = []
    private var texts: [UInt8] = []
    private var anchors: [String: Int] = [:]
    /// Entries of the collections that are open, in ascending order.
    private var open: [Int] = []
    private var eventsLeft = Self.eventLimit
    private var bytesLeft = Self.byteLimit

    /// The next node has an anchor; a name that stood before means the new node from now on.
    mutating func anchor(_ name: String) { anchors[name] = entries.count }

    mutating func begin(isMapping: Bool, at offset: Int) {
        guard !anchors.isEmpty else { return }
        open.append(entries.count)
        entries.append(.begin(isMapping: isMapping, offset: offset))
    }

    mutating func end() {
        // Collections that were opened before the first anchor are not on record, nor is their end.
        guard open.popLast() != nil else { return }
        entries.append(.end)
    }

    mutating func scalar(_ text: UnsafeBufferPointer<UInt8>, quoted: Bool, at offset: Int) {
        guard !anchors.isEmpty else { return }
        let start = texts.count
        texts.append(contentsOf: text)
        entries.append(.scalar(text: start..<texts.count, quoted: quoted, offset: offset))
    }

    /// Hands out the node that an alias stands for, with the offsets of that node.
    ///
    /// - Returns: whether there is such a node.
    mutating func expand(_ name: String, at offset: Int, into feed: inout VisitorFeed) throws(SyntaxProblem) -> Bool {
        guard let target = anchors[name], target < entries.count else { return false }
        guard !isOpen(target) else {
            throw SyntaxProblem(.aliasExpansion, at: offset, "an alias stands for a node that it is in")
        }
        entries.append(.alias(target: target))
        try replay(from: target, at: offset, into: &feed)
        return true
    }

    private func isOpen(_ entry: Int) -> Bool {
        var candidates = open[...]
        while let middle = candidates.indices.dropFirst(candidates.count / 2).first {
            if candidates[middle] == entry { return true }
            candidates = candidates[middle] < entry ? candidates[(middle + 1)...] : candidates[..<middle]
        }
        return false
    }

    private mutating func replay(
        from target: Int, at offset: Int, into feed: inout VisitorFeed
    ) throws(SyntaxProblem) {
        var nodes = [(next: target, depth: 0)]
        while let node = nodes.last {
            let top = nodes.count - 1
            nodes[top].next += 1
            switch entries[node.next] {
            case .begin(let isMapping, let origin):
                try spend(bytes: 0, at: offset)
                try feed.begin(isMapping: isMapping, at: origin)
                nodes[top].depth += 1
            case .end:
                try spend(bytes: 0, at: offset)
                feed.end()
                nodes[top].depth -= 1
            case .scalar(let text, let quoted, let origin):
                try spend(bytes: text.count, at: offset)
                texts.withUnsafeBufferPointer { texts in
                    feed.scalar(UnsafeBufferPointer(rebasing: texts[text]), quoted: quoted, at: origin)
                }
            case .alias(let target):
                try spend(bytes: 0, at: offset)
                nodes.append((target, 0))
                continue
            }
            if nodes[top].depth == 0 { nodes.removeLast() }
        }
    }

    private mutating func spend(bytes: Int, at offset: Int) throws(SyntaxProblem) {
        eventsLeft -= 1
        bytesLeft -= bytes
        guard eventsLeft >= 0, bytesLeft >= 0 else {
            throw SyntaxProblem(.aliasExpansion, at: offset, "aliases expand to too much")
        }
    }
}
