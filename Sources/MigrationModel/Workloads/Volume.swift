/// One volume of a Pod; a projected volume has several sources.
public struct Volume: Hashable, Sendable {
    /// Its name, unique in the Pod.
    public var name: String
    /// What it is filled from; empty for volumes that hold no object of the cluster.
    public var sources: [VolumeSource]
    /// Whether it is a projected volume, which puts several sources into one folder.
    public var isProjected: Bool
    /// The entry as JSON, of volumes of Secrets, ConfigMaps and projections only; it names objects and holds no values of them.
    public var manifest: String?

    /// Creates a volume from its parts.
    public init(name: String, sources: [VolumeSource], isProjected: Bool = false, manifest: String? = nil) {
        self.name = name
        self.sources = sources
        self.isProjected = isProjected
        self.manifest = manifest
    }
}

/// One object that fills a volume.
public enum VolumeSource: Hashable, Sendable {
    /// Entries of a Secret or ConfigMap as files.
    case carrier(CarrierFiles)
    /// A token of the Pod's ServiceAccount, issued for an audience.
    case token(ProjectedToken)
    /// The Secrets Store CSI driver, which mounts what a SecretProviderClass describes.
    case secretsStore(providerClass: String)
    /// Another CSI driver, with the Secret that it is handed (`nodePublishSecretRef`).
    case csi(driver: String, publishSecret: String?)
}

/// Entries of a Secret or ConfigMap as files of a volume.
public struct CarrierFiles: Hashable, Sendable {
    /// What kind of object it names.
    public var kind: CarrierKind
    /// Name of the object.
    public var object: String
    /// The entries that become files, each with its path in the volume; `nil` for all entries under their own names.
    public var items: [Item]?
    /// Whether the Pod starts without it, too.
    public var optional: Bool

    /// One entry that becomes a file.
    public struct Item: Hashable, Sendable {
        /// The entry of the object's `data`.
        public var entry: String
        /// The file in the volume.
        public var path: String

        /// Creates an item from its parts.
        public init(entry: String, path: String) {
            self.entry = entry
            self.path = path
        }
    }

    /// Creates files from their parts.
    public init(kind: CarrierKind, object: String, items: [Item]? = nil, optional: Bool = false) {
        self.kind = kind
        self.object = object
        self.items = items
        self.optional = optional
    }
}

/// A projected ServiceAccount token.
public struct ProjectedToken: Hashable, Sendable {
    /// For whom it is issued; empty for the API server itself.
    public var audience: String
    /// The file in the volume.
    public var path: String

    /// Creates a token from its parts.
    public init(audience: String, path: String) {
        self.audience = audience
        self.path = path
    }
}
