import MigrationModel

/// Leaves out of a user's policies what nothing shows that a workload uses.
///
/// Nothing is ever added: a statement of the result allows what the same statement allowed, for fewer actions. What is
/// denied stays.
struct PolicyCut {
    /// Services that others need behind the scenes, so that no setting ever names them.
    private static let companions: Set<String> = ["kms", "sts"]

    private let services: Set<String>
    /// The actions that were left out, as they stood in the policies.
    private(set) var removed: [String] = []
    /// Whether something was made smaller that stood for more: `*` for all services.
    private(set) var isNarrowed = false

    /// - Parameter services: what the workload uses, by the prefixes of actions.
    init(to services: Set<String>) { self.services = services.union(Self.companions) }

    /// The policy with the rest only; `nil` where nothing is left that allows anything.
    mutating func cut(_ document: PolicyDocument) -> PolicyDocument? {
        var result = document
        result.statements = document.statements.compactMap { statement in
            statement.effect == .deny ? statement : cut(statement)
        }
        return result.statements.contains { $0.effect == .allow } ? result : nil
    }

    private mutating func cut(_ statement: PolicyStatement) -> PolicyStatement? {
        var result = statement
        switch statement.actions {
        case .only(let patterns):
            let kept = patterns.flatMap { pattern -> [String] in
                if WildcardPattern(pattern).isEverything {
                    isNarrowed = true
                    return services.sorted().map { $0 + ":*" }
                }
                return services.contains(PolicyServices.service(of: pattern)) ? [pattern] : []
            }
            removed += patterns.filter { pattern in !kept.contains(pattern) && !WildcardPattern(pattern).isEverything }
            guard !kept.isEmpty else { return nil }
            result.actions = .only(kept.unique)
        case .allBut(let patterns):
            // Where something of a service is left out, all but that cannot be said in fewer words.
            let isUntouched = services.allSatisfy { service in
                !patterns.contains { WildcardPattern($0.lowercased()).overlaps(WildcardPattern(service + ":*")) }
            }
            guard isUntouched else { return statement }
            isNarrowed = true
            result.actions = .only(services.sorted().map { $0 + ":*" })
        }
        return result
    }
}
