import MigrationModel

/// What the users of a service's keys may do, as policies of its role.
struct UserPermissions {
    private(set) var policies: [PlannedPolicy] = []
    private(set) var remarks: [PermissionRemark] = []
    private(set) var boundary = ""
    /// What limits the role: the policies as the users have them, with variables filled in.
    private(set) var limit: [PolicyDocument] = []
    private let account: String
    /// What speaks of the user in each policy, by its name.
    private var bindings: [String: [PermissionRemark]] = [:]
    private var names = PolicyNames()

    /// Puts the policies together.
    ///
    /// - Parameters:
    ///   - users: the users, each once.
    ///   - draft: what the workload shows that it uses.
    ///   - account: the account of the role.
    init(of users: [UserFacts], showing draft: PermissionDraft, in account: String) {
        self.account = account
        var found: [PlannedPolicy] = []
        for user in users { found += policies(of: user) }
        limit = found.compactMap(\.document)
        policies = cut(found, to: draft.services)
        remarks += policies.flatMap { bindings[$0.name] ?? [] }
        noteBreadth()
        noteMissing(draft)
        bound(by: users)
    }

    /// The policies of one user, each with the variables of the user filled in.
    private mutating func policies(of user: UserFacts) -> [PlannedPolicy] {
        user.policies.compactMap { policy in
            let origin = Self.origin(of: policy, user)
            guard let document = policy.document else { return existing(policy, origin) }
            let own = UserVariables(document, of: user, called: origin.capitalized)
            let name = names.name(policy.name)
            bindings[name] = own.remarks.map { PermissionRemark(.userBound, $0) }
            return PlannedPolicy(name: name, origin: origin, document: own.document.inCurrentVersion)
        }
    }

    /// A policy of which only the name is known can be attached, if the account of the role has it.
    private mutating func existing(_ policy: UserPolicy, _ origin: String) -> PlannedPolicy? {
        let owner = ResourceName(policy.arn)?.account
        let isThere = owner == "aws" || owner == account
        remarks.append(
            PermissionRemark(
                .incomplete,
                "What \(origin) says is not among the authorization details"
                    + (isThere ? ": it is attached as it is." : ", so it is left out: look at it, and give a policy.")))
        return isThere ? PlannedPolicy(name: names.name(policy.name), origin: origin, arn: policy.arn) : nil
    }

    private static func origin(of policy: UserPolicy, _ user: UserFacts) -> String {
        let kind = policy.arn.isEmpty ? "inline policy" : "managed policy"
        let way = policy.group.isEmpty ? "" : ", by the group \(policy.group)"
        return "the \(kind) \(policy.name) of the user \(user.name)\(way)"
    }

    /// Leaves out what the workload does not use, unless nothing would be left.
    private mutating func cut(_ found: [PlannedPolicy], to services: Set<String>) -> [PlannedPolicy] {
        guard !services.isEmpty else { return found }
        var cut = PolicyCut(to: services)
        let result = found.compactMap { policy -> PlannedPolicy? in
            guard let document = policy.document else { return policy }
            var own = policy
            own.document = cut.cut(document)
            return own.document == nil ? nil : own
        }
        guard result.contains(where: { $0.document.map { Self.allows(services, $0) } ?? false }) else { return found }
        if !cut.removed.isEmpty {
            let first = cut.removed.unique.prefix(5).joined(separator: ", ")
            let rest = cut.removed.unique.count > 5 ? " and \(cut.removed.unique.count - 5) more" : ""
            remarks.append(
                PermissionRemark(
                    .cut, "Left out, since no setting of the service shows that it is used: \(first)\(rest)."))
        }
        if cut.isNarrowed {
            remarks.append(
                PermissionRemark(
                    .cut,
                    "What was allowed for all services is allowed for those that settings show: "
                        + "\(services.sorted().joined(separator: ", "))."))
        }
        return result
    }

    /// Whether a policy allows anything of some services.
    private static func allows(_ services: Set<String>, _ document: PolicyDocument) -> Bool {
        document.statements.contains { statement in
            statement.effect == .allow
                && !PolicyServices.services(of: statement).isDisjoint(with: services.union(["*"]))
        }
    }

    private mutating func noteBreadth() {
        for policy in policies {
            guard let document = policy.document else { continue }
            let findings = BroadStatements.findings(in: document)
            guard !findings.isEmpty else { continue }
            remarks.append(
                PermissionRemark(
                    .broad,
                    "\(policy.origin.capitalized) allows \(findings.prefix(4).joined(separator: ", ")): give the service a "
                        + "policy of its own."))
        }
    }

    /// What settings show and the users may not do is not added.
    private mutating func noteMissing(_ draft: PermissionDraft) {
        guard let document = draft.document, !policies.contains(where: { $0.form == .existing }) else { return }
        let excess = PolicyContainment(limit).excess(of: [document]).filter { $0.reason == .notAllowed }
        let refused = Dictionary(grouping: excess) { [String($0.statement)] + $0.resources.patterns }
        // A statement of a draft has more actions than a user need have: only what none of them is allowed for is missing.
        let missing = refused.values.filter { members in
            members.count == document.statements[members[0].statement].actions.patterns.count
        }.flatMap { $0[0].resources.patterns }.unique.sorted()
        guard !missing.isEmpty else { return }
        let first = missing.prefix(4).map { "`\($0)`" }.joined(separator: ", ")
        remarks.append(
            PermissionRemark(
                .open,
                "Settings name \(first)\(missing.count > 4 ? " and \(missing.count - 4) more" : ""), on which the user's policies "
                    + "allow nothing that was looked for: nothing is added. A policy of the resource may allow it."))
    }

    /// A user that is bounded is replaced by a role that is.
    private mutating func bound(by users: [UserFacts]) {
        let bounds = Set(users.map(\.boundary))
        guard let bound = bounds.first, bounds != [""] else { return }
        let owner = ResourceName(bound)?.account
        if bounds.count == 1, owner == "aws" || owner == account {
            boundary = bound
            remarks.append(
                PermissionRemark(.condition, "The permissions boundary of the user, \(bound), bounds the role as well.")
            )
        } else {
            remarks.append(
                PermissionRemark(
                    .incomplete,
                    "The permissions boundaries \(bounds.filter { !$0.isEmpty }.sorted().joined(separator: ", ")) cannot be put "
                        + "on one role of the account \(account): set a boundary that allows no more."))
        }
    }
}

/// Makes names of policies legal, each once without regard to case; see
/// [PutRolePolicy](https://docs.aws.amazon.com/IAM/latest/APIReference/API_PutRolePolicy.html).
struct PolicyNames {
    private var used: Set<String> = []

    /// The name, or one like it.
    mutating func name(_ wanted: String) -> String {
        let legal = wanted.unicodeScalars.map { scalar in
            scalar.isASCII
                && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil
                    || "+=,.@_-".unicodeScalars.contains(scalar))
                ? Character(scalar) : "-"
        }
        let plain = legal.isEmpty ? "policy" : String(legal.prefix(PolicyQuota.name - 8))
        var (name, number) = (plain, 1)
        while !used.insert(name.lowercased()).inserted {
            number += 1
            name = "\(plain)-\(number)"
        }
        return name
    }
}
