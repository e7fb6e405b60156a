/// What `metadata` and the top level of an object say, as far as finding and judging keys needs it.
public struct ObjectDescription: Hashable, Sendable {
    /// The object's identity.
    public var reference: ObjectReference
    /// `metadata.uid`; empty for manifests.
    public var uid: String
    /// `metadata.creationTimestamp`.
    public var created: String?
    /// `immutable` of Secrets and ConfigMaps.
    public var immutable: Bool
    /// The `type` of a Secret, such as `helm.sh/release.v1`; empty for others.
    public var secretType: String
    /// `metadata.labels`.
    public var labels: [String: String]
    /// `metadata.annotations`, except values that can hold a whole object.
    public var annotations: [String: String]
    /// `metadata.ownerReferences`.
    public var owners: [OwnerReference]

    /// Creates a description from its parts.
    public init(
        reference: ObjectReference, uid: String = "", created: String? = nil, immutable: Bool = false,
        secretType: String = "", labels: [String: String] = [:], annotations: [String: String] = [:],
        owners: [OwnerReference] = []
    ) {
        self.reference = reference
        self.uid = uid
        self.created = created
        self.immutable = immutable
        self.secretType = secretType
        self.labels = labels
        self.annotations = annotations
        self.owners = owners
    }
}
