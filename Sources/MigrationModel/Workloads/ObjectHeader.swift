/// What an object says of itself, as it is known before any of its contents are read.
public struct ObjectHeader: Hashable, Sendable {
    /// Its identity; texts are empty where the document says nothing, as in a document that is no object.
    public var reference: ObjectReference
    /// The `type` of a Secret; empty for others.
    public var secretType: String

    /// Creates a header from its parts.
    public init(reference: ObjectReference, secretType: String = "") {
        self.reference = reference
        self.secretType = secretType
    }

    /// Whether an API server would take it for an object.
    ///
    /// A Kustomization or a chart has a kind, too, but no version or no name.
    public var isObject: Bool {
        !reference.apiVersion.isEmpty && !reference.kind.isEmpty && !reference.name.isEmpty
    }

    /// Whether it is a list, whose items are the objects.
    public var isList: Bool { reference.kind.hasSuffix("List") }
}
