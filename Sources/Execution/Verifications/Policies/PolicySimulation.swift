import MigrationModel
import StructuredText

/// What the simulator of IAM says of the actions that a plan gives a role; no more than an addition to what was seen.
///
/// It is asked of actions that are named in full, on resources that are as well, where no condition stands in the way. It may not be
/// permitted, and not every AWS has it; see
/// [its limits](https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_testing-policies.html).
struct PolicySimulation: Sendable {
    /// What a reason says besides.
    let addition: String
    let evidence: Evidence

    /// More would only repeat what the policy says.
    private static let limit = 20

    /// Asks about the planned policies of a role; `nil` where nothing can be asked, or nobody answers.
    static func look(
        _ role: String, _ planned: [IdentityDocuments.Policy], _ aws: AWSReading
    ) async -> PolicySimulation? {
        let statements = planned.compactMap { PolicyValue(json: $0.document) }.flatMap(\.statements)
        guard let statement = statements.first(where: isPlain), let actions = texts(statement["Action"]),
            let resources = texts(statement["Resource"])
        else { return nil }
        let words =
            ["iam", "simulate-principal-policy", "--policy-source-arn", role, "--action-names"]
            + actions.prefix(limit) + ["--resource-arns"] + resources.prefix(limit)
        guard let answer = try? await aws.once.ask(words, "The simulation of \(role)"),
            let results = answer.value?["EvaluationResults"]?.asElements, !results.isEmpty
        else { return nil }
        let denied = results.filter { $0["EvalDecision"]?.asText != "allowed" }.compactMap {
            $0["EvalActionName"]?.asText
        }
        guard denied.isEmpty else {
            let names = denied.joined(separator: ", ")
            return PolicySimulation(
                addition:
                    ", though the simulator of IAM does not allow \(names): a boundary or an organisation may deny it",
                evidence: answer.evidence("Not allowed: \(names)."))
        }
        return PolicySimulation(
            addition: "", evidence: answer.evidence("Allowed: \(actions.prefix(limit).joined(separator: ", "))."))
    }

    private static func isPlain(_ statement: [String: PolicyPart]) -> Bool {
        let isAllowed = texts(statement["Effect"]) == ["Allow"]
        let isFull = [statement["Action"], statement["Resource"]].allSatisfy { part in
            texts(part).map {
                !$0.isEmpty
                    && $0.allSatisfy {
                        !$0.contains("*") && !$0.contains("?") && !$0.contains("${") && !$0.hasPrefix("-")
                    }
            }
                ?? false
        }
        return isAllowed && isFull && statement.keys.allSatisfy { ["Effect", "Action", "Resource"].contains($0) }
    }

    private static func texts(_ part: PolicyPart?) -> [String]? {
        if case .set(let texts)? = part { texts.sorted() } else { nil }
    }
}
