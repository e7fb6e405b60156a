internal import StructuredText

/// A small document in which everything, also keys and collections, knows where it begins: people are told the line.
indirect enum LocatedNode {
    case mapping([Member], offset: Int)
    case sequence([LocatedNode], offset: Int)
    case scalar(String, isQuoted: Bool, offset: Int)

    struct Member {
        var key: String
        var offset: Int
        var value: LocatedNode
    }

    var offset: Int {
        switch self {
        case .mapping(_, let offset), .sequence(_, let offset), .scalar(_, _, let offset): offset
        }
    }

    var isNull: Bool {
        guard case .scalar(let text, isQuoted: false, _) = self else { return false }
        return ["", "~", "null", "Null", "NULL"].contains(text)
    }
}

/// Builds a ``LocatedNode`` from what a reader hands out.
final class LocatedNodeBuilder: DocumentVisitor {
    private struct Open {
        var isMapping: Bool
        var offset: Int
        var members: [LocatedNode.Member] = []
        var elements: [LocatedNode] = []
        var key = ""
        var keyOffset = 0
    }

    private var open: [Open] = []
    private(set) var root: LocatedNode?
    /// The keys that stood in their mapping before, as many as are worth reporting.
    private(set) var duplicateKeys: [(key: String, offset: Int)] = []

    func beginMapping(at offset: Int) { open.append(Open(isMapping: true, offset: offset)) }

    func beginSequence(at offset: Int) { open.append(Open(isMapping: false, offset: offset)) }

    func endCollection() {
        guard let closed = open.popLast() else { return }
        add(
            closed.isMapping
                ? .mapping(closed.members, offset: closed.offset) : .sequence(closed.elements, offset: closed.offset))
    }

    func key(_ text: Span<UInt8>, at offset: Int) {
        guard let top = open.indices.last else { return }
        open[top].key = String(copying: text)
        open[top].keyOffset = offset
    }

    func scalar(_ text: Span<UInt8>, quoted: Bool, at offset: Int) {
        add(.scalar(String(copying: text), isQuoted: quoted, offset: offset))
    }

    func duplicateKey(_ text: Span<UInt8>, at offset: Int) {
        if duplicateKeys.count < FieldProblems.limit { duplicateKeys.append((String(copying: text), offset)) }
    }

    private func add(_ node: LocatedNode) {
        guard let top = open.indices.last else {
            root = node
            return
        }
        if open[top].isMapping {
            let member = LocatedNode.Member(key: open[top].key, offset: open[top].keyOffset, value: node)
            open[top].members.append(member)
        } else {
            open[top].elements.append(node)
        }
    }
}
