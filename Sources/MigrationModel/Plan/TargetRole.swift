/// A role in the account of the resources, which is taken from another role and has the permissions.
public struct TargetRole: Hashable, Sendable, Codable {
    /// The account.
    public var account: String
    /// The name of the role.
    public var role: String

    /// Creates a role from its parts.
    public init(account: String, role: String) {
        self.account = account
        self.role = role
    }
}
