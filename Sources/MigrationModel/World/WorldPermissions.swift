/// What an identity may be allowed: what was accepted when the plan was made, or is within what the key had.
///
/// It stands in the world and not in the plan, so that a plan whose policies were widened afterwards is held against it.
public struct WorldPermissions: Hashable, Sendable, Codable {
    /// The identity, by its id in the plan.
    public var identity: String
    /// What its policies say.
    public var policies: [PolicyDocument]
    /// The policies that exist already, by ARN.
    public var existing: [String]
    /// The ARN of the policy that bounds it; empty for none.
    public var boundary: String

    /// Creates permissions from their parts.
    public init(identity: String, policies: [PolicyDocument] = [], existing: [String] = [], boundary: String = "") {
        self.identity = identity
        self.policies = policies
        self.existing = existing
        self.boundary = boundary
    }

    /// Those of an identity as a plan has it.
    ///
    /// - Parameter identity: the identity.
    public init(of identity: PlannedIdentity) {
        self.init(
            identity: identity.id, policies: identity.permissions.policies.compactMap(\.document),
            existing: identity.permissions.policies.map(\.arn).filter { !$0.isEmpty },
            boundary: identity.permissions.boundary)
    }

    /// What may be allowed of a plan that was just made: what nobody is asked about any more.
    ///
    /// - Parameter plan: the plan.
    /// - Returns: one for each identity whose permissions are accepted, in the order of the plan.
    public static func accepted(in plan: Plan) -> [WorldPermissions] {
        plan.identities.filter(\.permissions.isAccepted).map { WorldPermissions(of: $0) }
    }
}
