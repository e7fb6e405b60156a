/// What an identity may do, where that comes from, and what a reviewer has to know of it.
public struct PlannedPermissions: Hashable, Sendable, Codable {
    /// Where permissions come from.
    public enum Source: String, Hashable, Sendable, Codable, CaseIterable {
        /// A person gave a policy for the service.
        case given
        /// The policies of the IAM user whose key the service has.
        case user
        /// Drafted from what the workload's settings name.
        case draft
        /// Left to people: the roles of the old identity have to be granted to the new one.
        case byHand = "by-hand"
    }

    /// Where they come from.
    public var source: Source
    /// Whether they need nobody's consent, or have it.
    public var isAccepted: Bool
    /// The policies; none where nothing is known, or for other clouds than AWS.
    public var policies: [PlannedPolicy]
    /// The ARN of the policy that bounds the user, and is to bound the role; empty for none.
    public var boundary: String
    /// The users whose policies these are, or are compared with, by ARN.
    public var users: [String]
    /// What a draft was derived from, or what the user's policies were cut down by.
    public var derivedFrom: [PermissionOrigin]
    /// What a reviewer has to know.
    public var remarks: [PermissionRemark]
    /// What has to let the role in before a service is moved.
    public var priorChanges: [PriorChange]

    /// Creates permissions from their parts.
    public init(
        source: Source, isAccepted: Bool = false, policies: [PlannedPolicy] = [], boundary: String = "",
        users: [String] = [], derivedFrom: [PermissionOrigin] = [], remarks: [PermissionRemark] = [],
        priorChanges: [PriorChange] = []
    ) {
        self.source = source
        self.isAccepted = isAccepted
        self.policies = policies
        self.boundary = boundary
        self.users = users
        self.derivedFrom = derivedFrom
        self.remarks = remarks
        self.priorChanges = priorChanges
    }

    /// What has to hold before the first Pod takes the identity.
    ///
    /// - Parameter identity: its id in the plan.
    /// - Returns: the gates; none where nothing is left to people.
    public func gates(of identity: String) -> [Gate] {
        (isAccepted ? [] : [.draftAccepted(identity: identity)])
            + priorChanges.map { .approval(reason: $0.task) }
    }
}
