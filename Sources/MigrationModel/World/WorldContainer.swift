/// A container with everything that decides which credentials it finds, in layers, so that one can be taken away.
public struct WorldContainer: Hashable, Sendable, Codable {
    /// The name.
    public var name: String
    /// When it runs.
    public var role: Container.Role
    /// For each cloud that it talks to, the SDK families that count; empty for all of that cloud.
    public var families: [Provider: [String]]
    /// Variables from the weakest to the strongest: `envFrom` in its order, then `env`.
    public var variables: [WorldVariable]
    /// Properties of a JVM.
    public var properties: [String: ValueShape]
    /// Files that hold credentials or tokens.
    public var files: [WorldFile]
    /// Folders whose files nobody can tell.
    public var unknownFolders: [String]
    /// Keys that reach it in ways in which no SDK looks: arguments, image pulls, variables of its own.
    public var uses: [WorldUse]

    /// Creates a container from its parts.
    public init(
        name: String, role: Container.Role = .main, families: [Provider: [String]] = [:],
        variables: [WorldVariable] = [], properties: [String: ValueShape] = [:], files: [WorldFile] = [],
        unknownFolders: [String] = [], uses: [WorldUse] = []
    ) {
        self.name = name
        self.role = role
        self.families = families
        self.variables = variables
        self.properties = properties
        self.files = files
        self.unknownFolders = unknownFolders
        self.uses = uses
    }
}

/// An entry of a Secret or ConfigMap in the namespace of a Pod, as a container refers to it.
public struct WorldSource: Hashable, Sendable, Codable {
    /// The kind of the object.
    public var kind: CarrierKind
    /// The object.
    public var object: String
    /// The entry.
    public var entry: String
    /// Whether Pods start without it.
    public var optional: Bool

    /// Creates a source from its parts.
    public init(kind: CarrierKind, object: String, entry: String, optional: Bool = false) {
        self.kind = kind
        self.object = object
        self.entry = entry
        self.optional = optional
    }
}

/// One variable of one layer.
public struct WorldVariable: Hashable, Sendable, Codable {
    /// The name.
    public var name: String
    /// How much it holds.
    public var shape: ValueShape
    /// Its text, only where it locates or configures credentials and comes from no Secret.
    public var text: String?
    /// The entry that it comes from; `nil` for a literal.
    public var source: WorldSource?
    /// Whether it came by `envFrom`.
    public var isFromAll: Bool
    /// Whether no SDK looks at it, so that the application itself must.
    public var isOwn: Bool
    /// The keys whose id or secret half it holds.
    public var keys: [KeyName]

    /// Creates a variable from its parts.
    public init(
        name: String, shape: ValueShape = .present, text: String? = nil, source: WorldSource? = nil,
        isFromAll: Bool = false, isOwn: Bool = false, keys: [KeyName] = []
    ) {
        self.name = name
        self.shape = shape
        self.text = text
        self.source = source
        self.isFromAll = isFromAll
        self.isOwn = isOwn
        self.keys = keys
    }
}

/// One file.
public struct WorldFile: Hashable, Sendable, Codable {
    /// Where the container finds it.
    public var path: String
    /// The mount that shows it, by its path.
    public var mount: String
    /// The volume that holds it.
    public var volume: String
    /// What is in it.
    public var contents: FileContents
    /// The entry that it comes from; `nil` for a token.
    public var source: WorldSource?
    /// The audience of a token; empty for other files.
    public var audience: String
    /// The keys in it.
    public var keys: [KeyName]

    /// Creates a file from its parts.
    public init(
        path: String, mount: String, volume: String = "", contents: FileContents, source: WorldSource? = nil,
        audience: String = "", keys: [KeyName] = []
    ) {
        self.path = path
        self.mount = mount
        self.volume = volume
        self.contents = contents
        self.source = source
        self.audience = audience
        self.keys = keys
    }
}

/// A key that an application takes in a way of its own.
public struct WorldUse: Hashable, Sendable, Codable {
    /// The name under which a removal takes it away.
    public var name: String
    /// The keys.
    public var keys: [KeyName]
    /// The entry that holds them; `nil` where they stand in the object itself.
    public var source: WorldSource?

    /// Creates a use from its parts.
    public init(name: String, keys: [KeyName], source: WorldSource? = nil) {
        self.name = name
        self.keys = keys
        self.source = source
    }
}
