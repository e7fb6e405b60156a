/// A field of an object other than a Pod template that looks like a reference to a Secret or ConfigMap.
///
/// Whether it is one, and of which object, shows when the objects are known.
public struct CarrierMention: Hashable, Sendable {
    /// The input that it was read from.
    public var input: String
    /// The object that holds the field.
    public var object: ObjectReference
    /// Where the name stands: `spec.provider.aws.auth.secretRef.accessKeyIDSecretRef.name`.
    public var path: ValuePath
    /// What kind the field speaks of; `nil` when it can be either.
    public var kind: CarrierKind?
    /// The name that it gives.
    public var name: String
    /// The namespace that stands beside it; `nil` for the object's own.
    public var namespace: String?
    /// The entry that stands beside it; `nil` for all.
    public var entry: String?

    /// Creates a mention from its parts.
    public init(
        input: String = "", object: ObjectReference, path: ValuePath, kind: CarrierKind? = nil, name: String,
        namespace: String? = nil, entry: String? = nil
    ) {
        self.input = input
        self.object = object
        self.path = path
        self.kind = kind
        self.name = name
        self.namespace = namespace
        self.entry = entry
    }
}
