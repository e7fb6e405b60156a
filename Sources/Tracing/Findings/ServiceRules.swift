import MigrationModel

/// One thing about the Pods of a service that will surprise somebody; one file per rule, one list.
protocol ServiceRule: SendableMetatype {
    /// What is to be said of one service; nothing for most.
    static func findings(in members: ServiceMembers, _ identities: IdentityTrace) -> [IdentityFinding]
}

/// All rules about services; a new one is a file beside the others and a line here.
enum ServiceRules {
    static let all: [any ServiceRule.Type] = [
        NotInjected.self
    ]

    /// What all rules say of one service.
    static func findings(in members: ServiceMembers, _ identities: IdentityTrace) -> [IdentityFinding] {
        all.flatMap { $0.findings(in: members, identities) }
    }
}
