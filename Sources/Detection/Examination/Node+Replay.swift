import StructuredText

extension Node {
    /// Hands out the tree as a reader would, at any depth.
    func replay(into visitor: any DocumentVisitor) {
        var open: [(node: Node, next: Int)] = []
        Self.begin(self, visitor, &open)
        while let (node, next) = open.last {
            open[open.count - 1].next += 1
            switch node {
            case .mapping(let members) where next < members.count:
                visitor.key(members[next].key.utf8.span, at: 0)
                Self.begin(members[next].value, visitor, &open)
            case .sequence(let elements) where next < elements.count:
                Self.begin(elements[next], visitor, &open)
            default:
                visitor.endCollection()
                open.removeLast()
            }
        }
    }

    private static func begin(_ node: Node, _ visitor: any DocumentVisitor, _ open: inout [(node: Node, next: Int)]) {
        switch node {
        case .scalar(let scalar):
            visitor.scalar(scalar.bytes.span, quoted: scalar.quoted, at: scalar.offset)
        case .mapping:
            visitor.beginMapping(at: 0)
            open.append((node, 0))
        case .sequence:
            visitor.beginSequence(at: 0)
            open.append((node, 0))
        }
    }
}
