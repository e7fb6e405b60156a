import MigrationModel
internal import StructuredText

/// `aws iam simulate-principal-policy`: what the policies of a role say of actions, conditions left aside.
enum IAMSimulationOperations {
    static let all: [String: AWSCommand.Operation] = [
        "iam simulate-principal-policy": { (request: AWSRequest, world: inout WorldState) throws(AWSFailure) in
            let arn = try request.required("policy-source-arn")
            guard let role = world.account.roles[SimulatedAccount.lastPart(arn)] else {
                throw AWSFailure(
                    "NoSuchEntity", "The role with name \(SimulatedAccount.lastPart(arn)) cannot be found.")
            }
            let documents =
                role.inline.values.map(\.self)
                + role.attached.compactMap { world.account.policies[$0]?.versions.last?.document }
            let resources = request.list("resource-arns").isEmpty ? ["*"] : request.list("resource-arns")
            let results = request.list("action-names").flatMap { action in
                resources.map { resource in result(action, resource, documents.flatMap(\.statements)) }
            }
            return ["EvaluationResults": .sequence(results), "IsTruncated": false]
        }
    ]

    private static func result(
        _ action: String, _ resource: String, _ statements: [StructuredValue]
    ) -> StructuredValue {
        let matching = statements.filter { statement in
            statement.at("Action")?.listed.contains { matches(action.lowercased(), $0.lowercased()) } == true
                && statement.at("Resource")?.listed.contains { $0 == "*" || matches(resource, $0) } == true
        }
        let effects = Set(matching.compactMap { $0.at("Effect")?.text })
        let decision = effects.contains("Deny") ? "explicitDeny" : effects.isEmpty ? "implicitDeny" : "allowed"
        return [
            "EvalActionName": .string(action), "EvalResourceName": .string(resource), "EvalDecision": .string(decision),
            "MatchedStatements": [], "MissingContextValues": [],
        ]
    }

    /// Whether a text fits a pattern in which `*` stands for anything and `?` for one character.
    private static func matches(_ text: String, _ pattern: String) -> Bool {
        let (text, pattern) = (Array(text), Array(pattern))
        var (place, position, star, back) = (0, 0, -1, 0)
        while place < text.count {
            if position < pattern.count, pattern[position] == "*" {
                (star, back) = (position, place)
                position += 1
            } else if position < pattern.count, pattern[position] == "?" || pattern[position] == text[place] {
                place += 1
                position += 1
            } else if star >= 0 {
                position = star + 1
                back += 1
                place = back
            } else {
                return false
            }
        }
        return pattern[position...].allSatisfy { $0 == "*" }
    }
}
