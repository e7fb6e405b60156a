import MigrationModel

/// Finds statements that allow more than any service can need.
enum BroadStatements {
    /// Actions by which whoever has them gets all others.
    private static let escalating = [
        "iam:add*", "iam:attach*", "iam:create*", "iam:put*", "iam:update*", "iam:passrole",
        "iam:setdefaultpolicyversion",
    ].map { WildcardPattern($0) }

    /// What is broad in a policy, as ends of a sentence; none for one that is not.
    static func findings(in document: PolicyDocument) -> [String] {
        document.statements.filter { $0.effect == .allow }.flatMap(findings).unique
    }

    private static func findings(in statement: PolicyStatement) -> [String] {
        let isAnywhere = statement.resources.isNegated || statement.resources.patterns.contains("*")
        guard case .only(let patterns) = statement.actions else {
            return ["everything but \(statement.actions.patterns.prefix(3).joined(separator: ", ")) (`NotAction`)"]
        }
        var found: [String] = []
        if patterns.contains(where: { WildcardPattern($0).isEverything }) {
            found.append("every action of every service")
        } else {
            let whole = patterns.filter { $0.hasSuffix(":*") }
            if isAnywhere { found += whole.map { "`\($0)` on every resource" } }
            let powers = patterns.filter { pattern in
                let own = WildcardPattern(pattern.lowercased())
                return escalating.contains { $0.overlaps(own) } && (isAnywhere || pattern.contains("*"))
            }
            found += powers.filter { !(isAnywhere && whole.contains($0)) }.map {
                "`\($0)`, by which it can give itself more"
            }
        }
        if statement.resources.isNegated {
            found.append("what it allows on everything but a few resources (`NotResource`)")
        }
        return found
    }
}
