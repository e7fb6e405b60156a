/// The way on which a key reaches a container.
public enum Reception: Hashable, Sendable {
    /// `env[].valueFrom`, as this variable.
    case variable(String)
    /// `envFrom`, as this variable, prefix included.
    case environmentFrom(variable: String)
    /// `$(VAR)` in another variable.
    case expansion(variable: String, of: String)
    /// `$(VAR)` in `command` or `args`.
    case argument(of: String)
    /// A file of a Secret or ConfigMap volume, at this path; a folder when the entry has no name of its own.
    case volume(path: String)
    /// A file of a projected volume, at this path.
    case projected(path: String)
    /// One file that is mounted by `subPath`, at this path, and never changes while the container runs.
    case subPath(path: String)
    /// A CSI driver, which gets the carrier or mounts what it fetches, at this path.
    case csi(path: String)
    /// A literal of the template, at this path of the object.
    case inline(ValuePath)
    /// `imagePullSecrets` of the Pod or its ServiceAccount: the kubelet uses it, no container sees it.
    case imagePull
    /// `secrets` of the ServiceAccount: Pods may mount it.
    case serviceAccount
    /// A field of a custom resource, at this path.
    case customResource(ValuePath)

    /// Stable name of the way.
    public var name: String {
        switch self {
        case .variable: "env"
        case .environmentFrom: "envFrom"
        case .expansion: "expansion"
        case .argument: "argument"
        case .volume: "volume"
        case .projected: "projected"
        case .subPath: "subPath"
        case .csi: "csi"
        case .inline: "inline"
        case .imagePull: "imagePullSecret"
        case .serviceAccount: "serviceAccountSecret"
        case .customResource: "customResource"
        }
    }

    /// What the container sees: a variable, a path, or the place in the object.
    public var target: String {
        switch self {
        case .variable(let name), .environmentFrom(let name): name
        case .expansion(let name, _): name
        case .argument(let name): "$(\(name))"
        case .volume(let path), .projected(let path), .subPath(let path), .csi(let path): path
        case .inline(let path), .customResource(let path): path.description
        case .imagePull, .serviceAccount: ""
        }
    }
}
