import MigrationModel

/// Lays policies out so that they keep within the quotas of a role.
struct PolicyLayout {
    private(set) var policies: [PlannedPolicy]
    private(set) var remarks: [PermissionRemark] = []

    /// Keeps policies inline where they fit together, and makes managed ones of all that do not.
    ///
    /// - Parameters:
    ///   - policies: the policies, all inline or existing.
    ///   - role: the name of the role, after which managed policies are called.
    init(_ policies: [PlannedPolicy], of role: String) {
        let total = policies.reduce(0) { $0 + ($1.document?.size ?? 0) }
        guard total > PolicyQuota.inlineTotal else {
            self.policies = policies
            check()
            return
        }
        remarks.append(
            PermissionRemark(
                .divided,
                "The policies have \(total) characters together, and inline ones may have \(PolicyQuota.inlineTotal): they are "
                    + "managed policies instead."))
        let existing = policies.filter { $0.form == .existing }
        var made: [PlannedPolicy] = []
        for policy in policies {
            guard let document = policy.document else { continue }
            for part in Self.parts(of: document) {
                made.append(
                    PlannedPolicy(
                        name: "\(role)-\(made.count + 1)", form: .managed, origin: policy.origin, document: part))
            }
        }
        self.policies = made + existing
        check()
    }

    /// Says what does not fit all the same.
    private mutating func check() {
        for policy in policies where policy.form == .managed {
            guard let size = policy.document?.size, size > PolicyQuota.managed else { continue }
            remarks.append(
                PermissionRemark(
                    .tooLarge,
                    "The policy \(policy.name) has \(size) characters, and IAM takes \(PolicyQuota.managed): a statement in it "
                        + "cannot be divided. Shorten it, and give it as the policy of the service."))
        }
        let attached = policies.count { $0.form != .inline }
        guard attached > PolicyQuota.managedPerRole else { return }
        remarks.append(
            PermissionRemark(
                .tooLarge,
                "The role needs \(attached) managed policies, and has room for \(PolicyQuota.managedPerRole): have the quota "
                    + "raised (up to 25), or give the service a policy of its own."))
    }

    /// The statements of a policy in as few documents as they fit into, in their order; what is denied counts in any of them.
    private static func parts(of document: PolicyDocument) -> [PolicyDocument] {
        var parts: [PolicyDocument] = []
        for statement in document.statements.flatMap({ pieces(of: $0, document.version) }) {
            if var last = parts.last {
                last.statements.append(statement)
                if last.size <= PolicyQuota.managed {
                    parts[parts.count - 1] = last
                    continue
                }
            }
            parts.append(PolicyDocument(version: document.version, statements: [statement]))
        }
        return parts
    }

    /// A statement that is too large by itself, divided by its resources or its actions.
    private static func pieces(of statement: PolicyStatement, _ version: String) -> [PolicyStatement] {
        guard PolicyDocument(version: version, statements: [statement]).size > PolicyQuota.managed else {
            return [statement]
        }
        if case .only(let resources) = statement.resources, resources.count > 1 {
            return halves(of: resources).enumerated().flatMap { index, half in
                var piece = statement
                piece.resources = .only(half)
                if index > 0 { piece.sid = "" }
                return pieces(of: piece, version)
            }
        }
        if case .only(let actions) = statement.actions, actions.count > 1 {
            return halves(of: actions).enumerated().flatMap { index, half in
                var piece = statement
                piece.actions = .only(half)
                if index > 0 { piece.sid = "" }
                return pieces(of: piece, version)
            }
        }
        return [statement]
    }

    private static func halves(of list: [String]) -> [[String]] {
        [Array(list.prefix(list.count / 2)), Array(list.dropFirst(list.count / 2))]
    }
}
