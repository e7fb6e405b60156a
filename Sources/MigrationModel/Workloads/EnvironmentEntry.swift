/// One entry of a container's `env`.
public struct EnvironmentEntry: Hashable, Sendable {
    /// Where the value comes from.
    public enum Source: Hashable, Sendable {
        /// It stands in the template.
        case literal(LiteralValue)
        /// `secretKeyRef`.
        case secret(EntryReference)
        /// `configMapKeyRef`.
        case configMap(EntryReference)
        /// `fieldRef`, `resourceFieldRef` and whatever else cannot hold a credential.
        case other
    }

    /// Name of the variable.
    public var name: String
    /// Where its value comes from.
    public var source: Source

    /// Creates an entry from its parts.
    public init(name: String, source: Source) {
        self.name = name
        self.source = source
    }
}

/// Names one entry of a Secret or ConfigMap in the namespace of the Pod.
public struct EntryReference: Hashable, Sendable {
    /// Name of the object.
    public var object: String
    /// The entry of its `data`.
    public var entry: String
    /// Whether the Pod starts without it, too.
    public var optional: Bool
    /// Whether `optional` is written out, which a patch has to know that puts the reference back as it was.
    public var saysOptional: Bool

    /// Creates a reference from its parts.
    public init(object: String, entry: String, optional: Bool = false, saysOptional: Bool = false) {
        self.object = object
        self.entry = entry
        self.optional = optional
        self.saysOptional = saysOptional
    }
}

/// What kind of object holds entries that containers receive.
public enum CarrierKind: String, Hashable, Sendable, Codable, CaseIterable {
    /// A Secret.
    case secret = "Secret"
    /// A ConfigMap.
    case configMap = "ConfigMap"
}

/// One entry of a container's `envFrom`: all entries of an object become variables.
///
/// Entries whose name, with the prefix, is no legal variable name are left out by kubelets before 1.34.
public struct EnvironmentFrom: Hashable, Sendable {
    /// What kind of object it names.
    public var kind: CarrierKind
    /// Name of the object.
    public var object: String
    /// What is put before each entry's name; empty for nothing.
    public var prefix: String
    /// Whether the Pod starts without it, too.
    public var optional: Bool
    /// Whether `optional` is written out.
    public var saysOptional: Bool

    /// Creates an entry from its parts.
    public init(
        kind: CarrierKind, object: String, prefix: String = "", optional: Bool = false, saysOptional: Bool = false
    ) {
        self.kind = kind
        self.object = object
        self.prefix = prefix
        self.optional = optional
        self.saysOptional = saysOptional
    }
}
