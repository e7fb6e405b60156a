/// A statement with its patterns read, to be compared with others.
struct StatementMatch {
    let statement: PolicyStatement
    private let actions: [WildcardPattern]
    private let resources: [ResourcePattern]

    init(_ statement: PolicyStatement) {
        self.statement = statement
        // Actions are compared without regard to case.
        actions = statement.actions.patterns.map { WildcardPattern($0.lowercased()) }
        resources = statement.resources.patterns.map { ResourcePattern($0) }
    }

    /// The statement for each action and resource alone, since another policy may allow them in different statements.
    var parts: [StatementMatch] {
        Self.alone(statement.actions).flatMap { action in
            Self.alone(statement.resources).map { resource in
                var part = statement
                (part.actions, part.resources) = (action, resource)
                return StatementMatch(part)
            }
        }
    }

    private static func alone(_ selection: PolicySelection) -> [PolicySelection] {
        guard case .only(let patterns) = selection else { return [selection] }
        return patterns.map { .only([$0]) }
    }

    /// Whether it speaks of every action and resource that another one speaks of.
    func matches(_ other: StatementMatch) -> Bool {
        Self.contains(
            statement.actions.isNegated, actions, other.statement.actions.isNegated, other.actions,
            within: { $0.contains($1) }, apart: { !$0.overlaps($1) }, isEverything: \.isEverything)
            && Self.contains(
                statement.resources.isNegated, resources, other.statement.resources.isNegated, other.resources,
                within: { $0.contains($1) }, apart: { !$0.overlaps($1) },
                isEverything: { $0.contains(ResourcePattern("*")) })
    }

    /// Whether it may speak of an action and resource that another one speaks of.
    func touches(_ other: StatementMatch) -> Bool {
        Self.mayMeet(
            statement.actions.isNegated, actions, other.statement.actions.isNegated, other.actions,
            within: { $0.contains($1) }, apart: { !$0.overlaps($1) })
            && Self.mayMeet(
                statement.resources.isNegated, resources, other.statement.resources.isNegated, other.resources,
                within: { $0.contains($1) }, apart: { !$0.overlaps($1) })
    }

    /// Whether it holds whenever another one does: it has no condition that the other does not have, or a milder one.
    func demandsNoMore(than other: StatementMatch) -> Bool {
        statement.conditions.allSatisfy { own in other.statement.conditions.contains { own.isImplied(by: $0) } }
    }

    /// Whether it denies all that another one denies.
    func covers(_ other: StatementMatch) -> Bool { matches(other) && demandsNoMore(than: other) }

    /// Whether a selection has everything that another one has; `other` has one pattern where it is not negated.
    private static func contains<Pattern>(
        _ isNegated: Bool, _ patterns: [Pattern], _ otherIsNegated: Bool, _ others: [Pattern],
        within: (Pattern, Pattern) -> Bool, apart: (Pattern, Pattern) -> Bool, isEverything: (Pattern) -> Bool
    ) -> Bool {
        switch (isNegated, otherIsNegated) {
        case (false, false): others.allSatisfy { other in patterns.contains { within($0, other) } }
        case (false, true): patterns.contains(where: isEverything)
        // What is left out here must not be wanted there.
        case (true, false): others.allSatisfy { other in patterns.allSatisfy { apart($0, other) } }
        case (true, true): patterns.allSatisfy { left in others.contains { within($0, left) } }
        }
    }

    /// Whether two selections may have something in common.
    private static func mayMeet<Pattern>(
        _ isNegated: Bool, _ patterns: [Pattern], _ otherIsNegated: Bool, _ others: [Pattern],
        within: (Pattern, Pattern) -> Bool, apart: (Pattern, Pattern) -> Bool
    ) -> Bool {
        switch (isNegated, otherIsNegated) {
        case (false, false): patterns.contains { own in others.contains { !apart(own, $0) } }
        case (false, true): patterns.contains { own in !others.contains { within($0, own) } }
        case (true, false): others.contains { other in !patterns.contains { within($0, other) } }
        case (true, true): true
        }
    }
}

extension PolicyCondition {
    /// Whether it holds whenever another one does.
    ///
    /// A test that holds for one of its values holds when a test for fewer of them does; one that denies values, when a test
    /// that denies more of them does; of every other only the same is implied.
    fileprivate func isImplied(by other: PolicyCondition) -> Bool {
        guard test == other.test, key.lowercased() == other.key.lowercased() else { return false }
        if Set(values) == Set(other.values) { return true }
        // Whether a set of values of a request is empty decides such a test as well.
        guard !test.contains(":") else { return false }
        if Self.oneOf.contains(where: test.hasPrefix) { return Set(other.values).isSubset(of: values) }
        if Self.noneOf.contains(where: test.hasPrefix) { return Set(values).isSubset(of: other.values) }
        return false
    }

    private static let oneOf = ["StringEquals", "StringLike", "ArnEquals", "ArnLike", "IpAddress", "NumericEquals"]
    private static let noneOf = ["StringNotEquals", "StringNotLike", "ArnNotEquals", "ArnNotLike", "NotIpAddress"]
}
