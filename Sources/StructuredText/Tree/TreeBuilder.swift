/// Builds a ``Node`` from what a reader hands out; what was read before a problem is kept.
public final class TreeBuilder: DocumentVisitor {
    private struct Open {
        var isMapping: Bool
        var members: [Node.Member] = []
        var elements: [Node] = []
        var key = ""
    }

    private var open: [Open] = []
    private var roots: [Node] = []
    /// Keys that stood twice in one mapping, with their offsets.
    public private(set) var duplicateKeys: [(key: String, offset: Int)] = []

    /// Creates an empty builder.
    public init() {}

    /// The document as far as it was read; `nil` when there was nothing.
    ///
    /// Open collections are closed.
    public func finish() -> Node? {
        while !open.isEmpty { endCollection() }
        return roots.last
    }

    /// Opens a mapping.
    public func beginMapping(at offset: Int) { open.append(Open(isMapping: true)) }

    /// Opens a sequence.
    public func beginSequence(at offset: Int) { open.append(Open(isMapping: false)) }

    /// Closes the innermost collection.
    public func endCollection() {
        guard let closed = open.popLast() else { return }
        add(closed.isMapping ? .mapping(closed.members) : .sequence(closed.elements))
    }

    /// Remembers the key of the next value.
    public func key(_ text: Span<UInt8>, at offset: Int) {
        guard !open.isEmpty else { return }
        open[open.count - 1].key = String(copying: text)
    }

    /// Adds a scalar.
    public func scalar(_ text: Span<UInt8>, quoted: Bool, at offset: Int) {
        add(.scalar(Node.Scalar(bytes: [UInt8](copying: text), quoted: quoted, offset: offset)))
    }

    /// Notes a key that stood in the mapping before.
    public func duplicateKey(_ text: Span<UInt8>, at offset: Int) {
        duplicateKeys.append((String(copying: text), offset))
    }

    private func add(_ node: Node) {
        guard let top = open.indices.last else {
            roots.append(node)
            return
        }
        if open[top].isMapping {
            open[top].members.append(Node.Member(key: open[top].key, value: node))
        } else {
            open[top].elements.append(node)
        }
    }
}
