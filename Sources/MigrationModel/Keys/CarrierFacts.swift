/// What matters about an object that holds a key, besides the key.
public struct CarrierFacts: Hashable, Sendable, Encodable {
    /// The object.
    public var object: ObjectReference
    /// Its unique id; empty for manifests.
    public var uid: String
    /// When it was created, RFC 3339 as the API server wrote it; `nil` for manifests.
    public var created: String?
    /// Whether it is a Secret or ConfigMap that is marked immutable.
    public var immutable: Bool
    /// Who made it and would make it again, most direct first.
    public var managers: [ObjectManager]
    /// The objects that own it (`metadata.ownerReferences`), controllers first.
    public var owners: [OwnerReference]
    /// The label `pod-template-hash`, with which a Deployment marks its ReplicaSets and their Pods; `nil` for others.
    ///
    /// See [Deployments](https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#pod-template-hash-label).
    public var podTemplateHash: String?

    /// Creates facts from their parts.
    public init(
        object: ObjectReference, uid: String = "", created: String? = nil, immutable: Bool = false,
        managers: [ObjectManager] = [], owners: [OwnerReference] = [], podTemplateHash: String? = nil
    ) {
        self.object = object
        self.uid = uid
        self.created = created
        self.immutable = immutable
        self.managers = managers
        self.owners = owners
        self.podTemplateHash = podTemplateHash
    }
}

/// One entry of `metadata.ownerReferences`.
public struct OwnerReference: Hashable, Sendable, Encodable {
    /// Group and version of the owner.
    public var apiVersion: String
    /// Kind of the owner.
    public var kind: String
    /// Name of the owner, in the namespace of the owned object.
    public var name: String
    /// Unique id of the owner.
    public var uid: String
    /// Whether the owner is the one that manages the object.
    public var controller: Bool

    /// Creates a reference from its parts.
    public init(apiVersion: String, kind: String, name: String, uid: String, controller: Bool) {
        self.apiVersion = apiVersion
        self.kind = kind
        self.name = name
        self.uid = uid
        self.controller = controller
    }
}

/// A program that keeps an object as its own source says, so that a direct change would be undone.
public struct ObjectManager: Hashable, Sendable, Encodable {
    /// The program, such as `Helm`, `Argo CD`, `Flux`, `External Secrets`, `Sealed Secrets`, `Terraform`.
    public var program: String
    /// What of the program manages it: a release, an application, a Kustomization; empty when the object does not say.
    public var instance: String

    /// Creates a manager from its parts.
    public init(program: String, instance: String) {
        self.program = program
        self.instance = instance
    }
}
