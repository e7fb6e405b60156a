/// What AWS accounts say of their users, as far as it was given; one value for all accounts.
///
/// Where this says nothing of an account or a user, nothing is known of it: the lists are not complete by themselves.
public struct AccountFacts: Hashable, Sendable {
    /// The users with their policies.
    public var users: [UserFacts]
    /// The roles whose trust policies name somebody.
    public var roles: [RoleTrustFacts]
    /// Whose key is which, by the id of the key.
    public var owners: [String: KeyOwner]

    /// Creates facts from their parts.
    public init(users: [UserFacts] = [], roles: [RoleTrustFacts] = [], owners: [String: KeyOwner] = [:]) {
        self.users = users
        self.roles = roles
        self.owners = owners
    }
}

/// The user of an access key, as `aws iam list-access-keys` says.
public struct KeyOwner: Hashable, Sendable {
    /// The name of the user.
    public var user: String
    /// Whether the key works.
    public var isActive: Bool

    /// Creates an owner.
    public init(user: String, isActive: Bool = true) {
        self.user = user
        self.isActive = isActive
    }
}

/// An IAM user with everything that says what it may do.
public struct UserFacts: Hashable, Sendable {
    /// The account, 12 digits.
    public var account: String
    /// The name.
    public var name: String
    /// The unique id, `AIDA…`, which policies name when the user was named by its ARN and is deleted.
    public var id: String
    /// The ARN, with the path.
    public var arn: String
    /// Its policies: inline ones, managed ones in their default version, and those of its groups.
    public var policies: [UserPolicy]
    /// The ARN of the policy that bounds it; empty for none.
    public var boundary: String

    /// Creates facts from their parts.
    public init(
        account: String, name: String, id: String = "", arn: String, policies: [UserPolicy] = [], boundary: String = ""
    ) {
        self.account = account
        self.name = name
        self.id = id
        self.arn = arn
        self.policies = policies
        self.boundary = boundary
    }
}

/// A policy that a user has.
public struct UserPolicy: Hashable, Sendable {
    /// Its name.
    public var name: String
    /// Its ARN; empty for an inline policy.
    public var arn: String
    /// The group through which the user has it; empty for its own.
    public var group: String
    /// What it says; `nil` where the input does not say.
    public var document: PolicyDocument?

    /// Creates a policy from its parts.
    public init(name: String, arn: String = "", group: String = "", document: PolicyDocument?) {
        self.name = name
        self.arn = arn
        self.group = group
        self.document = document
    }
}

/// Whom the trust policy of a role names.
public struct RoleTrustFacts: Hashable, Sendable {
    /// The ARN of the role.
    public var arn: String
    /// ARNs and unique ids in its principals and conditions, sorted.
    public var names: [String]

    /// Creates facts from their parts.
    public init(arn: String, names: [String]) {
        self.arn = arn
        self.names = names
    }
}
