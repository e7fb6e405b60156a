public import MigrationModel

/// One place in which an object refers to a Secret or ConfigMap.
public struct CarrierReference: Hashable, Sendable {
    /// The object that refers.
    public var object: ObjectReference
    /// The names of its owners, as `KIND/NAME`.
    public var owners: [String]
    /// The Secret or ConfigMap.
    public var carrier: ObjectReference
    /// The entry that it takes; `nil` where it takes all, or does not say.
    public var entry: String?
    /// Where the reference stands in the object: `spec.template.spec.containers[0].envFrom[0].secretRef`.
    public var place: String
    /// Whether it is a field of Kubernetes, and not one that only looks like a reference.
    public var isCertain: Bool

    /// Creates a reference from its parts.
    public init(
        object: ObjectReference, owners: [String], carrier: ObjectReference, entry: String?, place: String,
        isCertain: Bool
    ) {
        self.object = object
        self.owners = owners
        self.carrier = carrier
        self.entry = entry
        self.place = place
        self.isCertain = isCertain
    }
}
