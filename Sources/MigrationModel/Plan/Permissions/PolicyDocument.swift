/// A policy that is attached to an identity, as far as it decides what the identity may do.
public struct PolicyDocument: Hashable, Sendable, Codable {
    /// The version of the language in which policy variables such as `${aws:username}` mean something.
    public static let currentVersion = "2012-10-17"

    /// The version of the language: ``currentVersion``, or `2008-10-17`, in which `${…}` is a text like any other.
    public var version: String
    /// The statements in their order.
    public var statements: [PolicyStatement]

    /// Creates a policy from its parts.
    public init(version: String = PolicyDocument.currentVersion, statements: [PolicyStatement]) {
        self.version = version
        self.statements = statements
    }

    /// Whether `${…}` in it is a variable.
    public var hasVariables: Bool { version == Self.currentVersion }
}
