import StructuredText

extension DocumentSource {
    /// Hands out a document to a visitor; returns why it could not be read to its end.
    func read(_ bytes: Span<UInt8>, into visitor: any DocumentVisitor) -> SyntaxProblem? {
        do throws(SyntaxProblem) {
            switch syntax {
            case .json:
                var reader = JSONReader()
                try reader.read(bytes, into: visitor)
            case .yaml:
                var reader = YAMLReader()
                try isItem ? reader.readItem(bytes, into: visitor) : reader.read(bytes, into: visitor)
            case nil:
                visitor.scalar(bytes, quoted: true, at: 0)
            }
            return nil
        } catch {
            return error
        }
    }
}

extension Node {
    /// The object itself, or the objects of a list that stands where an object was expected.
    var listedObjects: [Node] {
        guard self["kind"]?.text?.hasSuffix("List") == true, case .sequence(let items)? = self["items"] else {
            return [self]
        }
        return items.isEmpty ? [self] : items
    }
}
