/// One container of a Pod template, as far as it decides which credentials reach it.
public struct Container: Hashable, Sendable {
    /// When and how long a container runs.
    public enum Role: String, Hashable, Sendable, Codable, CaseIterable {
        /// An init container that ends before the others start.
        case initial = "init"
        /// An init container with `restartPolicy: Always`, which runs as long as the Pod
        /// ([sidecar containers](https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/)).
        case sidecar
        /// An ordinary container.
        case main
        /// A container that a person put into a running Pod; no webhook injects anything into it.
        case ephemeral
    }

    /// Its name, unique in the Pod.
    public var name: String
    /// When it runs.
    public var role: Role
    /// Its image as written.
    public var image: String
    /// Where it stands in the object: `spec.template.spec.containers[0]`.
    public var path: ValuePath
    /// `envFrom` in order; later entries override earlier ones, and ``environment`` overrides both.
    public var environmentFrom: [EnvironmentFrom]
    /// `env` in order; the last entry of a name counts.
    public var environment: [EnvironmentEntry]
    /// `volumeMounts` in order.
    public var mounts: [VolumeMount]
    /// Credential properties of a JVM in `command` and `args`, by name.
    public var properties: [String: PropertyValue]
    /// The variables that `command` and `args` name as `$(VAR)`, each once, in order.
    public var argumentReferences: [String]

    /// Creates a container from its parts.
    public init(
        name: String, role: Role = .main, image: String = "", path: ValuePath = ValuePath(),
        environmentFrom: [EnvironmentFrom] = [], environment: [EnvironmentEntry] = [], mounts: [VolumeMount] = [],
        properties: [String: PropertyValue] = [:], argumentReferences: [String] = []
    ) {
        self.name = name
        self.role = role
        self.image = image
        self.path = path
        self.environmentFrom = environmentFrom
        self.environment = environment
        self.mounts = mounts
        self.properties = properties
        self.argumentReferences = argumentReferences
    }
}

/// Where one volume, or a part of it, appears in a container.
public struct VolumeMount: Hashable, Sendable {
    /// Name of the volume.
    public var volume: String
    /// `mountPath` as written.
    public var path: String
    /// `subPath` or `subPathExpr`: the one file or folder of the volume that is mounted; `nil` for all of it.
    ///
    /// What is mounted with a sub-path never changes while the container runs.
    public var subPath: String?
    /// The entry as JSON, where it says more than the volume and the path; it holds no values of any object.
    public var manifest: String?

    /// Creates a mount from its parts.
    public init(volume: String, path: String, subPath: String? = nil, manifest: String? = nil) {
        self.volume = volume
        self.path = path
        self.subPath = subPath
        self.manifest = manifest
    }
}
