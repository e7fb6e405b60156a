import MigrationModel

extension Reception {
    /// The way as people name it: `env AWS_ACCESS_KEY_ID`, `file /root/.aws/credentials`.
    var words: String {
        switch self {
        case .variable(let name): "env \(name)"
        case .environmentFrom(let name): "envFrom \(name)"
        case .expansion(let name, let source): "env \(name), which names $(\(source))"
        case .argument(let name): "$(\(name)) in its command line"
        case .volume(let path), .projected(let path): "file \(path)"
        case .subPath(let path): "file \(path) (subPath)"
        case .csi(let path): "CSI volume \(path)"
        case .inline(let path): "literal at \(path)"
        case .imagePull: "imagePullSecrets"
        case .serviceAccount: "secrets of its ServiceAccount"
        case .customResource(let path): "field \(path)"
        }
    }
}
