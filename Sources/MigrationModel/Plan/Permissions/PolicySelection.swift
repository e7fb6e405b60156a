/// What an `Action` or a `Resource` of a policy statement matches, or with `NotAction` and `NotResource` everything else.
///
/// In a pattern `*` stands for any run of characters and `?` for any one; see
/// [elements of policies](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements.html).
public enum PolicySelection: Hashable, Sendable {
    /// What one of the patterns matches.
    case only([String])
    /// What none of the patterns matches.
    case allBut([String])

    /// The patterns as they stand in the policy.
    public var patterns: [String] {
        switch self {
        case .only(let patterns), .allBut(let patterns): patterns
        }
    }

    /// Whether it says what it does not mean.
    public var isNegated: Bool {
        if case .allBut = self { true } else { false }
    }

    /// The same with every pattern replaced.
    public func map(_ change: (String) -> String) -> PolicySelection {
        switch self {
        case .only(let patterns): .only(patterns.map(change))
        case .allBut(let patterns): .allBut(patterns.map(change))
        }
    }
}
