/// The two syntaxes in which Kubernetes objects are written.
public enum Syntax: Hashable, Sendable {
    /// RFC 8259.
    case json
    /// YAML 1.1 as libyaml reads it.
    case yaml
}
