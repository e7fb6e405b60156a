public import StructuredText

/// Builds the tree of a document as far as anything of use is nested, so that whoever walks it may call itself.
public final class ObservedTree: DocumentVisitor {
    /// What is nested deeper is left out; no object of Kubernetes and no answer of a cloud is half as deep.
    static let depthLimit = 200

    private let builder = TreeBuilder()
    private var depth = 0

    /// Creates an empty tree.
    public init() {}

    /// The document without what must not be kept, see ``ObservedDocument``; `nil` when there was nothing.
    ///
    /// - Parameter kind: the kind that a typed list gives to an item which does not repeat it.
    /// - Returns: its value.
    public func value(kind: String = "") -> StructuredValue? {
        builder.finish().map { ObservedDocument.value(of: $0, kind: kind) }
    }

    private var isWithin: Bool { depth <= Self.depthLimit }

    /// Opens a mapping.
    public func beginMapping(at offset: Int) {
        depth += 1
        if isWithin { builder.beginMapping(at: offset) }
    }

    /// Opens a sequence.
    public func beginSequence(at offset: Int) {
        depth += 1
        if isWithin { builder.beginSequence(at: offset) }
    }

    /// Closes the innermost collection.
    public func endCollection() {
        if isWithin { builder.endCollection() }
        depth -= 1
    }

    /// Remembers the key of the next value.
    public func key(_ text: Span<UInt8>, at offset: Int) {
        if isWithin { builder.key(text, at: offset) }
    }

    /// Adds a scalar.
    public func scalar(_ text: Span<UInt8>, quoted: Bool, at offset: Int) {
        if isWithin { builder.scalar(text, quoted: quoted, at: offset) }
    }

    /// A key that stands twice is kept twice.
    public func duplicateKey(_ text: Span<UInt8>, at offset: Int) {}
}
