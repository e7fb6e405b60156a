/// Something outside of the role that has to let it in before a service is moved, since so far it lets in the user.
public struct PriorChange: Hashable, Sendable, Codable {
    /// Where the user is named.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// The trust policy of another role.
        case roleTrust = "role-trust"
        /// The ConfigMap `aws-auth` of an EKS cluster.
        case awsAuth = "aws-auth"
    }

    /// Where the user is named.
    public var kind: Kind
    /// The ARN of the role, or the object.
    public var subject: String
    /// What has to be done, in one sentence.
    public var task: String

    /// Creates a change.
    public init(_ kind: Kind, subject: String, task: String) {
        self.kind = kind
        self.subject = subject
        self.task = task
    }
}
