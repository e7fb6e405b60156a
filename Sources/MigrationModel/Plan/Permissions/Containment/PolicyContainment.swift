/// Tells whether policies allow only what others allow.
///
/// Where it says that something is within it is so, as far as the texts of the policies decide: of resource policies,
/// boundaries and what an organization denies it knows nothing. What it cannot compare, it says exceeds.
public struct PolicyContainment {
    private let allowing: [StatementMatch]
    private let denying: [StatementMatch]

    /// Prepares a comparison.
    ///
    /// - Parameter limit: the policies of one identity that nothing may go beyond.
    public init(_ limit: [PolicyDocument]) {
        let statements = limit.flatMap(\.statements).map { StatementMatch($0) }
        allowing = statements.filter { $0.statement.effect == .allow }
        denying = statements.filter { $0.statement.effect == .deny }
    }

    /// What policies of one identity allow beyond the limit.
    ///
    /// - Parameter policies: all policies of the identity; what one of them denies takes from what another one allows.
    /// - Returns: what exceeds, in the order of policies, statements, actions and resources.
    public func excess(of policies: [PolicyDocument]) -> [PolicyExcess] {
        let denied = policies.flatMap(\.statements).filter { $0.effect == .deny }.map { StatementMatch($0) }
        // What the identity is denied as well need not be looked at for each statement.
        let open = denying.filter { limit in !denied.contains { $0.covers(limit) } }
        var found: [PolicyExcess] = []
        for (policy, document) in policies.enumerated() {
            for (index, statement) in document.statements.enumerated() where statement.effect == .allow {
                for part in StatementMatch(statement).parts {
                    guard let reason = reason(against: part, open) else { continue }
                    found.append(
                        PolicyExcess(
                            policy: policy, statement: index, actions: part.statement.actions,
                            resources: part.statement.resources, reason: reason))
                }
            }
        }
        return found
    }

    /// Whether policies allow nothing beyond the limit.
    public func contains(_ policies: [PolicyDocument]) -> Bool { excess(of: policies).isEmpty }

    private func reason(against part: StatementMatch, _ open: [StatementMatch]) -> PolicyExcess.Reason? {
        let candidates = allowing.filter { $0.matches(part) }
        guard !candidates.isEmpty else { return .notAllowed }
        guard candidates.contains(where: { $0.demandsNoMore(than: part) }) else { return .conditional }
        return open.contains { $0.touches(part) } ? .denied : nil
    }
}

/// One action and resource that policies allow beyond others.
public struct PolicyExcess: Hashable, Sendable {
    /// Why it exceeds.
    public enum Reason: String, Hashable, Sendable, CaseIterable {
        /// No statement allows it.
        case notAllowed = "not-allowed"
        /// It is allowed under conditions only that were not kept.
        case conditional
        /// A statement denies some of it.
        case denied
    }

    /// The index of the policy.
    public var policy: Int
    /// The index of its statement.
    public var statement: Int
    /// The action, or all but which.
    public var actions: PolicySelection
    /// The resource, or all but which.
    public var resources: PolicySelection
    /// Why.
    public var reason: Reason

    /// Creates an excess from its parts.
    public init(policy: Int, statement: Int, actions: PolicySelection, resources: PolicySelection, reason: Reason) {
        self.policy = policy
        self.statement = statement
        self.actions = actions
        self.resources = resources
        self.reason = reason
    }
}
