/// One policy of a planned role.
public struct PlannedPolicy: Hashable, Sendable, Codable {
    /// How a policy is attached to a role.
    public enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        /// Embedded in the role, and gone with it.
        case inline
        /// A managed policy that is made for the role.
        case managed
        /// A managed policy that exists, by its ARN; what it says is not known.
        case existing
    }

    /// Its name, of `[A-Za-z0-9+=,.@_-]`, at most 128 characters, unique among the policies of the role.
    public var name: String
    /// How it is attached.
    public var form: Form
    /// Where it comes from, as an end of a sentence: `policies/api.json`, `the group readers of bob`.
    public var origin: String
    /// The ARN of an existing policy; empty for others.
    public var arn: String
    /// What it says; `nil` for an existing one.
    public var document: PolicyDocument?

    /// Creates a policy that is made.
    public init(name: String, form: Form = .inline, origin: String, document: PolicyDocument) {
        self.name = name
        self.form = form
        self.origin = origin
        arn = ""
        self.document = document
    }

    /// Names a policy that exists.
    public init(name: String, origin: String, arn: String) {
        self.name = name
        form = .existing
        self.origin = origin
        self.arn = arn
    }
}
