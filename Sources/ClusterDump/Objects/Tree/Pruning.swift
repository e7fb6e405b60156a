/// Which parts of an object are read past when it is read for tracing.
///
/// They are most of the bytes of a live dump, and none of them says who receives a credential.
enum Pruning {
    /// An object whose kind is known to hold a Pod template.
    case workload
    /// An object whose Pod templates and references are still to be found.
    case search
    /// A ServiceAccount, of which also the times of its changes matter.
    case serviceAccount
    /// A ConfigMap whose entries are configuration that may refer to Secrets.
    case configuration

    /// Whether the collection behind a key is read past.
    func skips(_ key: Span<UInt8>) -> Bool {
        switch key.count {
        case 13 where key.equals("managedFields"): self != .serviceAccount
        case 5, 9: self == .workload && (key.equals("ports") || key.equals("resources") || key.equals("lifecycle"))
        case 8, 11...15, 25: Self.everywhere.contains { key.equals($0) }
        default: false
        }
    }

    /// Settings of Pods that credentials do not pass through, the fields that a manager owns, and schemas.
    private static let everywhere: [StaticString] = [
        "affinity", "fieldsV1", "tolerations", "startupProbe", "livenessProbe", "readinessProbe", "securityContext",
        "openAPIV3Schema", "topologySpreadConstraints",
    ]
}

/// What is left out of the members of one mapping.
enum PrunedMembers {
    /// Nothing.
    case none
    /// `status`: everything but scalars, such as the phase of a Pod.
    case status
    /// `data` and its like: the values of Secrets and ConfigMaps, but not the template in a ControllerRevision.
    case data
    /// `annotations`: what is too long to be a setting, and copies of whole objects.
    case annotations

    /// What is left out of the mapping behind a key.
    init(behind key: Span<UInt8>, depth: Int) {
        switch key.count {
        case 11 where key.equals("annotations"): self = .annotations
        case 6 where depth == 1 && key.equals("status"): self = .status
        case 4 where depth == 1 && key.equals("data"): self = .data
        case 10 where depth == 1 && (key.equals("stringData") || key.equals("binaryData")): self = .data
        default: self = .none
        }
    }

    /// Whether a scalar is left out.
    func dropsScalar(_ text: Span<UInt8>, behind key: Span<UInt8>) -> Bool {
        switch self {
        case .none, .status: false
        case .data: true
        case .annotations: !AnnotationText.isSetting(text, named: key)
        }
    }
}
