import MigrationModel
import StructuredText

/// Finds every text of one object: behind all encodings, and inside every format that a text may be written in.
///
/// This is the thorough way, for the few objects that may hold a key. Time and memory are linear in the size of the object
/// and of what it expands to, which is limited.
struct FieldExpander {
    /// How many wrappings of one value are removed: a Helm release that holds a Secret with a wrapped file has six.
    static let depthLimit = 8
    /// How many formats may be written inside each other, such as JSON in INI in YAML.
    static let nestingLimit = 16
    /// How many bytes may be examined for one object, over all its layers.
    var expansionLimit = 256 << 20
    /// Tells which large texts are worth taking apart; its buffers serve one object after another.
    private let screen = ObjectScreen()

    /// Expands one document.
    ///
    /// - Parameters:
    ///   - document: the parsed object, or a scalar that holds a whole file that is neither JSON nor YAML.
    ///   - kind: the object's kind, which says what its `data` is; empty for other files.
    /// - Returns: the texts, their scopes, and what kept some from being searched.
    func expand(_ document: Node, kind: String) -> FieldCollection {
        let expansion = FieldExpansion(limit: expansionLimit, screen: screen)
        if case .scalar(let scalar) = document {
            expansion.offset = scalar.offset
            expansion.expand(scalar.bytes.span, at: FieldPosition(name: "", scope: expansion.openScope(in: nil)))
        } else {
            let walk = StructureWalk(expansion, parent: nil, secret: kind == "Secret" ? .read : .none)
            document.replay(into: walk)
            walk.close()
        }
        return expansion.collection
    }
}
