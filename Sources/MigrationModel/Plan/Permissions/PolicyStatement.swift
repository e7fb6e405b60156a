/// One statement of a policy that is attached to an identity; it has no principal, since that is the identity.
public struct PolicyStatement: Hashable, Sendable {
    /// What a statement does with a request that it matches.
    public enum Effect: String, Hashable, Sendable, Codable, CaseIterable {
        /// Allows it, unless another statement denies it.
        case allow = "Allow"
        /// Denies it, whatever else allows it.
        case deny = "Deny"
    }

    /// A name of letters and digits, unique in its policy; empty for none.
    public var sid: String
    /// What it does.
    public var effect: Effect
    /// The actions that it speaks of, in any case: `s3:GetObject` and `S3:getobject` are the same.
    public var actions: PolicySelection
    /// The resources that it speaks of.
    public var resources: PolicySelection
    /// What has to hold besides, in the order in which the policy says it.
    public var conditions: [PolicyCondition]

    /// Creates a statement from its parts.
    public init(
        sid: String = "", effect: Effect = .allow, actions: PolicySelection, resources: PolicySelection,
        conditions: [PolicyCondition] = []
    ) {
        self.sid = sid
        self.effect = effect
        self.actions = actions
        self.resources = resources
        self.conditions = conditions
    }
}

extension PolicyStatement: Codable {
    private enum Name: String, CodingKey {
        case sid, effect, actions, notActions, resources, notResources, conditions
    }

    /// Writes `notActions` and `notResources` instead of their opposites where they are meant; what is empty is left out.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: Name.self)
        if !sid.isEmpty { try container.encode(sid, forKey: .sid) }
        try container.encode(effect, forKey: .effect)
        try container.encode(actions.patterns, forKey: actions.isNegated ? .notActions : .actions)
        try container.encode(resources.patterns, forKey: resources.isNegated ? .notResources : .resources)
        if !conditions.isEmpty { try container.encode(conditions, forKey: .conditions) }
    }

    /// Reads what ``encode(to:)`` wrote; both of two opposites together are refused.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Name.self)
        func selection(_ name: Name, _ opposite: Name) throws -> PolicySelection {
            guard container.contains(opposite) else { return .only(try container.decode([String].self, forKey: name)) }
            guard !container.contains(name) else {
                throw DecodingError.dataCorruptedError(
                    forKey: name, in: container, debugDescription: "It stands beside its opposite.")
            }
            return .allBut(try container.decode([String].self, forKey: opposite))
        }
        self.init(
            sid: try container.decodeIfPresent(String.self, forKey: .sid) ?? "",
            effect: try container.decode(Effect.self, forKey: .effect),
            actions: try selection(.actions, .notActions), resources: try selection(.resources, .notResources),
            conditions: try container.decodeIfPresent([PolicyCondition].self, forKey: .conditions) ?? [])
    }
}
