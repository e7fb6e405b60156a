/// The closed list of what can be wrong with an input.
public enum ProblemCode: String, Hashable, Sendable, Codable, CaseIterable {
    /// The file could not be opened or read.
    case unreadable = "input-unreadable"
    /// There was nothing in it.
    case empty = "input-empty"
    /// It is neither JSON, YAML nor text.
    case binary = "input-binary"
    /// JSON that ends in the middle or breaks the grammar.
    case malformedJSON = "malformed-json"
    /// YAML that ends in the middle or breaks the grammar.
    case malformedYAML = "malformed-yaml"
    /// Bytes that are not UTF-8.
    case invalidUTF8 = "invalid-utf8"
    /// Nested deeper than any Kubernetes API server accepts.
    case tooDeep = "nested-too-deep"
    /// One object larger than the limit.
    case objectTooLarge = "object-too-large"
    /// A YAML document whose aliases would expand beyond the limit.
    case aliasBomb = "alias-expansion"
    /// Compressed data that would expand beyond the limit.
    case expansionLimit = "expansion-limit"
    /// Compressed data that is damaged or ends in the middle.
    case damagedCompression = "damaged-compression"
    /// A value of a Secret that is not base64.
    case secretNotBase64 = "secret-value-not-base64"
    /// Wrapped more often than the limit.
    case decodingDepth = "decoding-depth"
    /// The same key twice in one mapping.
    case duplicateKey = "duplicate-key"
    /// The cluster did not let us list a resource type.
    case forbidden = "live-forbidden"
    /// The cluster stopped answering, or answered with an error.
    case unavailable = "live-unavailable"
    /// `kubectl` is missing or could not be started.
    case kubectlMissing = "kubectl-missing"

    /// Whether something was left unread because of it.
    public var severity: Problem.Severity {
        switch self {
        case .duplicateKey: .warning
        default: .notScanned
        }
    }
}
