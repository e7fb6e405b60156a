/// One way in which one container receives one key, or may.
public struct Consumption: Hashable, Sendable {
    /// The key, by kind and id.
    public var key: KeyName
    /// The workload on top of the owners, which is the service that would break.
    public var service: WorkloadName
    /// The object in whose template the reference stands: the service itself, an old ReplicaSet, a Pod, a custom resource.
    public var object: ObjectReference
    /// Name of the container; `nil` where no container is named (`imagePullSecrets`, custom resources).
    public var container: String?
    /// When the container runs.
    public var role: Container.Role?
    /// How the key gets there.
    public var reception: Reception
    /// The object that holds the key; `nil` where it stands in the template itself.
    public var carrier: ObjectReference?
    /// The entry of the carrier.
    public var entry: String?
    /// Whether Pods start when the carrier is gone.
    public var optional: Bool
    /// Whether the container receives the key for certain.
    public var certainty: Certainty

    /// How sure a consumption is.
    public enum Certainty: String, Hashable, Sendable, Codable {
        /// Kubernetes hands it over.
        case certain
        /// A field looks like a reference: counts until a person says otherwise.
        case possible
    }

    /// Creates a consumption from its parts.
    public init(
        key: KeyName, service: WorkloadName, object: ObjectReference, container: String? = nil,
        role: Container.Role? = nil, reception: Reception, carrier: ObjectReference? = nil, entry: String? = nil,
        optional: Bool = false, certainty: Certainty = .certain
    ) {
        self.key = key
        self.service = service
        self.object = object
        self.container = container
        self.role = role
        self.reception = reception
        self.carrier = carrier
        self.entry = entry
        self.optional = optional
        self.certainty = certainty
    }
}

/// Names a static key: ids are unique only within their kind.
public struct KeyName: Hashable, Sendable, Codable, Comparable {
    /// What sort of key it is.
    public var kind: KeyKind
    /// Its id, as in ``KeyIdentity/id``.
    public var id: String

    /// Creates a name from its parts.
    public init(kind: KeyKind, id: String) {
        self.kind = kind
        self.id = id
    }

    /// Orders by kind and id.
    public static func < (left: Self, right: Self) -> Bool {
        (left.kind.rawValue, left.id) < (right.kind.rawValue, right.id)
    }
}

/// Names a workload in one of several inputs, which may be several clusters.
public struct WorkloadName: Hashable, Sendable, Comparable {
    /// The input.
    public var input: String
    /// The workload.
    public var object: ObjectReference

    /// Creates a name from its parts.
    public init(input: String, object: ObjectReference) {
        self.input = input
        self.object = object
    }

    /// Orders by object, then by input.
    public static func < (left: Self, right: Self) -> Bool {
        left.object == right.object ? left.input < right.input : left.object < right.object
    }
}
