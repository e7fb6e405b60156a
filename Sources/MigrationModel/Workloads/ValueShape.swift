/// What may be known of a value that must not be kept: how much of it there is.
public enum ValueShape: String, Hashable, Sendable, Codable, CaseIterable {
    /// No byte at all, which some SDKs take for "not set" and others for a credential.
    case empty
    /// White space only, which some SDKs trim away and others send.
    case blank
    /// Anything else.
    case present

    /// The shape of a text.
    public init(of text: String) {
        self = text.isEmpty ? .empty : text.allSatisfy(\.isWhitespace) ? .blank : .present
    }
}

/// A literal of a Pod template, kept only as far as it cannot be a credential.
public struct LiteralValue: Hashable, Sendable {
    /// How much of it there is, before `$(VAR)` is expanded.
    public var shape: ValueShape
    /// The text itself, only of variables that locate or configure credentials and never hold one (`AWS_PROFILE`, `HOME`,
    /// `AWS_ROLE_ARN`); `nil` for all others.
    public var text: String?
    /// The variables that it names as `$(VAR)`, in order; see
    /// [dependent variables](https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/).
    public var references: [String]
    /// Credential properties of a JVM that it sets (`-Daws.accessKeyId=…`), by name, as in `JAVA_TOOL_OPTIONS`.
    public var properties: [String: PropertyValue]
    /// The text where it names a resource of a cloud, as far as ``ResourceSetting`` lets it be kept; `nil` for all others.
    public var resource: String?
    /// Whether it is one `$(VAR)` and nothing else, so that its text is known all the same.
    public var isOneReference: Bool

    /// Creates a literal from its parts.
    public init(
        shape: ValueShape, text: String? = nil, references: [String] = [], properties: [String: PropertyValue] = [:],
        isOneReference: Bool = false, resource: String? = nil
    ) {
        self.shape = shape
        self.text = text
        self.references = references
        self.properties = properties
        self.resource = resource
        self.isOneReference = isOneReference
    }
}

/// The value of a JVM property on a command line or in an options variable.
public struct PropertyValue: Hashable, Sendable {
    /// How much of it there is.
    public var shape: ValueShape
    /// The variables that it names as `$(VAR)`.
    public var references: [String]

    /// Creates a value from its parts.
    public init(shape: ValueShape, references: [String] = []) {
        self.shape = shape
        self.references = references
    }
}
