import MigrationModel
import StructuredText

/// The users of one account with everything that says what they may do, as `aws iam get-account-authorization-details` has it.
struct AuthorizationDetails {
    private let node: LocatedNode
    /// Managed policies by ARN.
    private var managed: [String: LocatedNode] = [:]
    /// Groups by name.
    private var groups: [String: LocatedNode] = [:]

    /// Looks through an answer.
    ///
    /// - Throws: ``AccountProblem`` when it is only the first part of an answer, in which policies may be missing.
    init(_ node: LocatedNode) throws(AccountProblem) {
        self.node = node
        if case .scalar("true", isQuoted: false, _)? = node["IsTruncated"] { throw Self.truncated }
        if node["NextToken"]?.string != nil { throw Self.truncated }
        for policy in node["Policies"]?.elements ?? [] { policy["Arn"]?.string.map { managed[$0] = policy } }
        for group in node["GroupDetailList"]?.elements ?? [] { group["GroupName"]?.string.map { groups[$0] = group } }
    }

    private static let truncated = AccountProblem(
        message: "it is a part of the answer only", advice: "make it without --max-items and --no-paginate")

    /// Adds the users, and the roles that trust somebody.
    func add(to facts: inout AccountFacts) {
        var known = Set(facts.users.map(\.arn))
        for user in node["UserDetailList"]?.elements ?? [] {
            guard let name = user["UserName"]?.string, let arn = user["Arn"]?.string, known.insert(arn).inserted else {
                continue
            }
            facts.users.append(
                UserFacts(
                    account: Self.account(of: arn), name: name, id: user["UserId"]?.string ?? "", arn: arn,
                    policies: policies(of: user, "UserPolicyList", group: "")
                        + (user["GroupList"]?.elements ?? []).flatMap { policies(ofGroup: $0.string ?? "") },
                    boundary: user["PermissionsBoundary"]?["PermissionsBoundaryArn"]?.string ?? ""))
        }
        var seen = Set(facts.roles.map(\.arn))
        for role in node["RoleDetailList"]?.elements ?? [] {
            guard let arn = role["Arn"]?.string, let trust = role["AssumeRolePolicyDocument"] else { continue }
            let names = TrustedNames.names(in: document(trust) ?? trust)
            if !names.isEmpty, seen.insert(arn).inserted {
                facts.roles.append(RoleTrustFacts(arn: arn, names: names))
            }
        }
    }

    private func policies(ofGroup name: String) -> [UserPolicy] {
        // A group that the answer does not have is one more policy of which nothing is known.
        groups[name].map { policies(of: $0, "GroupPolicyList", group: name) }
            ?? [UserPolicy(name: name, group: name, document: nil)]
    }

    private func policies(of holder: LocatedNode, _ list: String, group: String) -> [UserPolicy] {
        let inline = (holder[list]?.elements ?? []).map { policy in
            UserPolicy(
                name: policy["PolicyName"]?.string ?? "", group: group,
                document: policy["PolicyDocument"].flatMap(read))
        }
        let attached = (holder["AttachedManagedPolicies"]?.elements ?? []).map { policy in
            let arn = policy["PolicyArn"]?.string ?? ""
            return UserPolicy(
                name: policy["PolicyName"]?.string ?? "", arn: arn, group: group,
                document: managed[arn].flatMap(Self.current).flatMap(read))
        }
        return inline + attached
    }

    /// The version of a managed policy that counts.
    private static func current(_ policy: LocatedNode) -> LocatedNode? {
        let versions = policy["PolicyVersionList"]?.elements ?? []
        let wanted = policy["DefaultVersionId"]?.string
        return versions.first { wanted != nil && $0["VersionId"]?.string == wanted }?["Document"]
    }

    /// The policy; `nil` for one that is not understood, whose user is then known to be able to do more.
    private func read(_ node: LocatedNode) -> PolicyDocument? {
        let problems = FieldProblems(lines: LineNumbers(of: []))
        guard let tree = document(node), let policy = PolicyDocumentReader.read(tree, problems) else { return nil }
        return problems.found.isEmpty ? policy : nil
    }

    /// The document itself, which the API percent-encodes ([RFC 3986](https://www.rfc-editor.org/rfc/rfc3986)) and the AWS CLI
    /// decodes.
    private func document(_ node: LocatedNode) -> LocatedNode? {
        guard let text = node.string else { return node }
        let builder = LocatedNodeBuilder()
        var reader = JSONReader()
        do throws(SyntaxProblem) {
            try reader.read(Self.decoded(text).span, into: builder)
        } catch {
            return nil
        }
        return builder.duplicateKeys.isEmpty ? builder.root : nil
    }

    private static func decoded(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        var (decoded, index) = ([UInt8](), 0)
        while index < bytes.count {
            let digits = bytes[index] == UInt8(ascii: "%") ? bytes[(index + 1)...].prefix(2) : []
            if digits.count == 2, let byte = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) {
                decoded.append(byte)
                index += 3
            } else {
                decoded.append(bytes[index])
                index += 1
            }
        }
        return decoded
    }

    /// The account of an ARN, its fifth part.
    private static func account(of arn: String) -> String {
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        return parts.count == 6 ? String(parts[4]) : ""
    }
}

/// The users that a trust policy names, in its principals or in a condition.
private enum TrustedNames {
    static func names(in policy: LocatedNode) -> [String] {
        var names: Set<String> = []
        collect(policy, into: &names)
        return names.sorted()
    }

    private static func collect(_ node: LocatedNode, into names: inout Set<String>) {
        switch node {
        case .mapping(let members, _): for member in members { collect(member.value, into: &names) }
        case .sequence(let elements, _): for element in elements { collect(element, into: &names) }
        case .scalar(let text, isQuoted: true, _):
            if text.contains(":user/") || text.hasPrefix("AIDA") { names.insert(text) }
        case .scalar: break
        }
    }
}
