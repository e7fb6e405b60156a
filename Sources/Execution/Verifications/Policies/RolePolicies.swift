import MigrationModel
import StructuredText

/// The policies of an AWS role as the account has them.
struct RolePolicies: Sendable {
    /// Documents of inline policies by name; `nil` for one that could not be read as a policy.
    var inline: [String: PolicyValue?] = [:]
    /// ARNs of managed policies.
    var managed: [String] = []
    /// The ARN of the permissions boundary; empty for none.
    var boundary = ""
    /// What shows it.
    var evidence: [Evidence] = []

    /// Looks them up; `nil` where there is no such role.
    static func look(_ role: RoleName, _ aws: AWSReading) async throws(AccessProblem) -> (
        policies: RolePolicies?, evidence: Evidence
    ) {
        let name = ["--role-name", role.name]
        let answer = try await aws.ask(["iam", "get-role"] + name, "The role \(role.name)")
        guard let found = answer.value?["Role"] else {
            return (nil, answer.evidence("There is no role \(role.name)."))
        }
        var policies = RolePolicies()
        policies.boundary = found["PermissionsBoundary"]?["PermissionsBoundaryArn"]?.asText ?? ""
        let attached = try await aws.require(
            ["iam", "list-attached-role-policies"] + name, "The policies of \(role.name)")
        policies.managed = (attached.value["AttachedPolicies"]?.asElements ?? []).compactMap {
            $0["PolicyArn"]?.asText
        }
        let listed = try await aws.require(["iam", "list-role-policies"] + name, "The policies of \(role.name)")
        let names = (listed.value["PolicyNames"]?.asElements ?? []).compactMap(\.asText)
        policies.evidence = [
            attached.evidence("Managed policies: \(words(policies.managed))."),
            listed.evidence("Inline policies: \(words(names))."),
        ]
        for policy in names {
            let document = try await aws.require(
                ["iam", "get-role-policy"] + name + ["--policy-name", policy], "The policy \(policy) of \(role.name)")
            policies.inline[policy] = .some(document.value["PolicyDocument"].flatMap(PolicyValue.init))
        }
        return (policies, answer.evidence("The role \(role.name) is there."))
    }

    /// What a managed policy says now.
    static func document(_ arn: String, _ aws: AWSReading) async throws(AccessProblem) -> PolicyValue? {
        let policy = try await aws.require(["iam", "get-policy", "--policy-arn", arn], "The policy \(arn)")
        let version = policy.value["Policy"]?["DefaultVersionId"]?.asText ?? ""
        let document = try await aws.require(
            ["iam", "get-policy-version", "--policy-arn", arn, "--version-id", version], "The policy \(arn)")
        return document.value["PolicyVersion"]?["Document"].flatMap(PolicyValue.init)
    }

    private static func words(_ names: [String]) -> String { names.isEmpty ? "none" : names.joined(separator: ", ") }
}
