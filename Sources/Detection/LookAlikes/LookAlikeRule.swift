import MigrationModel

/// One reason why something that has the shape of a key is none.
protocol LookAlikeRule: Sendable {
    /// How reports count it.
    static var reason: LookAlike { get }
    /// Whether the token is one of these.
    static func applies(to token: SuspectedToken) -> Bool
}

/// All look-alikes; a new one is a file beside the others and a line here.
enum LookAlikeRules {
    /// In the order in which they are asked: what says most about a token first.
    static let all: [any LookAlikeRule.Type] = [
        DocumentationLookAlike.self,
        PartOfTokenLookAlike.self,
        TemplateLookAlike.self,
        PlaceholderLookAlike.self,
        AlphabetLookAlike.self,
        WordLookAlike.self,
    ]

    /// The first rule that applies; a key of a canary account is never set aside for how it looks.
    static func reason(for token: SuspectedToken) -> LookAlike? {
        guard let rule = all.first(where: { $0.applies(to: token) }) else { return nil }
        let isBait = AWSAccessKeyID.account(of: token.bytes).map(CanaryAccounts.contains) ?? false
        return token.kind.provider == .aws && isBait && rule.reason != .partOfToken ? nil : rule.reason
    }
}
