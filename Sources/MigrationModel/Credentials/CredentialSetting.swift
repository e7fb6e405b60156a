/// Everything of one container that an SDK may look at when it searches for credentials, without any secret.
public struct CredentialSetting: Hashable, Sendable {
    /// Environment variables after `envFrom`, `env`, expansion and injection, by name.
    public var variables: [String: Setting]
    /// Properties of a JVM, by name.
    public var properties: [String: Setting]
    /// Files that hold credentials, tokens or profiles, by absolute path.
    public var files: [String: CredentialFile]
    /// Files and folders that may or may not be there, because what fills them is not known (CSI drivers, other programs).
    public var unknownFolders: Set<String>
    /// What the metadata service of the node answers.
    public var metadata: MetadataService

    /// Creates a setting from its parts.
    public init(
        variables: [String: Setting] = [:], properties: [String: Setting] = [:], files: [String: CredentialFile] = [:],
        unknownFolders: Set<String> = [], metadata: MetadataService = MetadataService()
    ) {
        self.variables = variables
        self.properties = properties
        self.files = files
        self.unknownFolders = unknownFolders
        self.metadata = metadata
    }
}

/// One variable or property.
public struct Setting: Hashable, Sendable {
    /// How much it holds.
    public var shape: ValueShape
    /// Its text, only where it locates or configures credentials and comes from no Secret.
    public var text: String?
    /// Where it comes from.
    public var origin: SettingOrigin

    /// Creates a setting from its parts.
    public init(shape: ValueShape, text: String? = nil, origin: SettingOrigin) {
        self.shape = shape
        self.text = text
        self.origin = origin
    }
}

/// One file that a container can open.
public struct CredentialFile: Hashable, Sendable {
    /// What is in it.
    public var contents: FileContents
    /// Where it comes from.
    public var origin: SettingOrigin

    /// Creates a file from its parts.
    public init(contents: FileContents, origin: SettingOrigin) {
        self.contents = contents
        self.origin = origin
    }
}

/// Where a variable, property or file of a container comes from.
public enum SettingOrigin: Hashable, Sendable {
    /// It stands in the Pod template, at this path of the workload.
    case template(ValuePath)
    /// An entry of a Secret or ConfigMap.
    case entry(object: ObjectReference, entry: String)
    /// A webhook adds it when the Pod is created.
    case injected(Mechanism)
    /// The token that the kubelet keeps fresh.
    case projectedToken(audience: String)
    /// Something that the input does not show.
    case unknown
}

/// What a Pod gets that asks the metadata service of its node.
public struct MetadataService: Hashable, Sendable {
    /// Whose credentials the service gives.
    public enum Identity: Hashable, Sendable {
        /// The node's own, if the node lets Pods reach it: what every Pod gets that has nothing else.
        case node
        /// The workload's, by a mechanism.
        case workload(Mechanism)
        /// None: the cloud is not this one.
        case none
    }

    /// The identity for each cloud; a cloud that is missing is not known to be there or not.
    public var identities: [Provider: Identity]

    /// Creates a service from what it answers.
    public init(identities: [Provider: Identity] = [:]) { self.identities = identities }
}
