import MigrationModel
internal import StructuredText

/// The calls that make an AWS role with its policies, and take it away again.
struct RoleCalls {
    /// A policy, as calls spell it.
    struct Policy {
        var name: String
        var form: PlannedPolicy.Form
        var arn = ""
        var document = ""

        /// An inline policy.
        init(_ name: String, _ document: String) {
            self.name = name
            form = .inline
            self.document = document
        }

        init(_ policy: PlannedPolicy) {
            name = policy.name
            form = policy.form
            arn = policy.arn
            document = policy.document.map { MachineText.line($0.json) } ?? ""
        }
    }

    let role: String
    let arn: String
    let trust: String
    var boundary = ""
    let aws: CloudWords
    /// Codes with which IAM says that the trust policy names a role that it does not know yet.
    var lagging: [String] = []

    /// Makes the role, then gives it each policy.
    func create(with policies: [Policy]) -> [Call] {
        [.cloud(createRole)] + policies.flatMap(give).map(Call.cloud)
    }

    /// Takes each policy away, without which the role could not be deleted, then the role.
    func delete(with policies: [Policy]) -> [Call] { policies.flatMap(take).map(Call.cloud) + [.cloud(deleteRole)] }

    private var createRole: CloudCall {
        call(
            ["create-role", "--role-name", role, "--assume-role-policy-document", trust]
                + (boundary.isEmpty ? [] : ["--permissions-boundary", boundary]),
            shownBy: ["get-role", "--role-name", role], "Role.AssumeRolePolicyDocument", is: trust,
            otherwise: .conflict, lagging: lagging)
    }

    private var deleteRole: CloudCall {
        call(
            ["delete-role", "--role-name", role], shownBy: ["get-role", "--role-name", role], "Role.RoleName", is: "")
    }

    private func give(_ policy: Policy) -> [CloudCall] {
        switch policy.form {
        case .inline:
            let place = ["--role-name", role, "--policy-name", policy.name]
            return [
                call(
                    ["put-role-policy"] + place + ["--policy-document", policy.document],
                    shownBy: ["get-role-policy"] + place, "PolicyDocument", is: policy.document,
                    lagging: ["NoSuchEntity"])
            ]
        case .managed:
            let made = made(policy)
            return [
                call(
                    ["create-policy", "--policy-name", policy.name, "--policy-document", policy.document],
                    shownBy: ["get-policy-version", "--policy-arn", made, "--version-id", "v1"],
                    "PolicyVersion.Document", is: policy.document, otherwise: .conflict),
                attachment(of: made),
            ]
        case .existing: return [attachment(of: policy.arn)]
        }
    }

    private func take(_ policy: Policy) -> [CloudCall] {
        switch policy.form {
        case .inline:
            let place = ["--role-name", role, "--policy-name", policy.name]
            return [
                call(
                    ["delete-role-policy"] + place, shownBy: ["get-role-policy"] + place, "PolicyName", is: "")
            ]
        case .managed:
            let place = ["--policy-arn", made(policy)]
            return [
                detachment(of: made(policy)),
                call(["delete-policy"] + place, shownBy: ["get-policy"] + place, "Policy.PolicyName", is: ""),
            ]
        case .existing: return [detachment(of: policy.arn)]
        }
    }

    /// The ARN of a managed policy that is made, in the account of the role.
    private func made(_ policy: Policy) -> String { Self.arn(of: policy.name, besides: arn) }

    /// The ARN of a managed policy in the account of a role: `arn:aws:iam::123456789012:policy/NAME`.
    static func arn(of policy: String, besides role: String) -> String {
        let parts = role.split(separator: ":", omittingEmptySubsequences: false)
        return parts.prefix(5).joined(separator: ":") + ":policy/" + policy
    }

    private func attachment(of arn: String) -> CloudCall {
        call(
            ["attach-role-policy", "--role-name", role, "--policy-arn", arn],
            shownBy: ["list-attached-role-policies", "--role-name", role], query(arn), is: arn,
            lagging: ["NoSuchEntity"])
    }

    private func detachment(of arn: String) -> CloudCall {
        call(
            ["detach-role-policy", "--role-name", role, "--policy-arn", arn],
            shownBy: ["list-attached-role-policies", "--role-name", role], query(arn), is: "")
    }

    private func query(_ arn: String) -> String { "AttachedPolicies[?PolicyArn==\(CloudWords.literal(arn))].PolicyArn" }

    /// What is expected to be nothing is a removal; documents are read as JSON, all else as text.
    private func call(
        _ words: [String], shownBy get: [String], _ query: String, is expected: String,
        otherwise: CloudCall.Inspection.Difference = .undone, lagging: [String] = []
    ) -> CloudCall {
        let output = expected.hasPrefix("{") ? "json" : "text"
        return CloudCall(
            words: aws.words(["iam"] + words),
            inspection: CloudCall.Inspection(
                words: aws.words(["iam"] + get + ["--query", query, "--output", output]), expected: expected,
                otherwise: otherwise),
            doneCodes: [expected.isEmpty ? "NoSuchEntity" : "EntityAlreadyExists"], absentCodes: ["NoSuchEntity"],
            laggingCodes: lagging, account: aws.account)
    }
}
