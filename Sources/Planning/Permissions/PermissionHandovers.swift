import MigrationModel

/// What people have to look up or to change since the users of keys are replaced by other principals.
struct PermissionHandovers {
    private let ownerships: [KeyName: KeyOwnership]
    private let identities: [KeyName: [PlannedIdentity]]
    private let principals: PrincipalMentions
    private let keys: [KeyName: KeyIdentity]

    init(
        _ ownerships: [KeyName: KeyOwnership], _ identities: [KeyName: [PlannedIdentity]],
        _ principals: PrincipalMentions, _ keys: [KeyName: KeyIdentity]
    ) {
        self.ownerships = ownerships
        self.identities = identities
        self.principals = principals
        self.keys = keys
    }

    /// The handovers, by accounts and users, then by keys.
    func handovers(of retired: [KeyName]) -> [Handover] {
        let aws = retired.filter { $0.kind.provider == .aws }
        return questions(aws) + users(aws).flatMap(handovers) + aws.compactMap(owner)
            + retired.filter { $0.kind.provider != .aws }.map(grant)
    }

    // MARK: Users

    private func users(_ retired: [KeyName]) -> [(user: UserFacts, keys: [KeyName])] {
        var found: [UserFacts: [KeyName]] = [:]
        for key in retired {
            if case .user(let user, _)? = ownerships[key] { found[user, default: []].append(key) }
        }
        return found.sorted { $0.key.arn < $1.key.arn }.map { ($0.key, $0.value) }
    }

    private func handovers(_ user: UserFacts, _ keys: [KeyName]) -> [Handover] {
        let roles = keys.flatMap { identities[$0] ?? [] }.filter { $0.mechanism.provider == .aws }
        let resources = Handover(
            id: "principals/\(user.account)/\(user.name)", subject: user.arn,
            task:
                "Look for policies of buckets, keys and their grants, queues, topics, secrets, repositories and endpoints that "
                + "name \(user.arn)\(user.id.isEmpty ? "" : " or \(user.id)"), and let \(Self.names(roles)) in first.",
            reason: "they are no part of the authorization details, and a role is another principal than the user.")
        let changes = roles.first.map { principals.changes(for: user, role: $0) } ?? []
        let first = Dictionary(grouping: changes, by: \.subject).sorted { $0.key < $1.key }.map { subject, members in
            Handover(
                id: "\(members[0].kind.rawValue)/\(subject)/\(user.name)", subject: subject,
                task: members[0].kind == .roleTrust
                    ? "Let it trust those of \(Self.names(roles)) that take it, as it trusts the user \(user.name)."
                    : "Map those of \(Self.names(roles)) that speak to the cluster as the user \(user.name) is mapped.",
                reason: "it names the user, and services that rely on it are refused otherwise.")
        }
        return [resources] + first
    }

    private static func names(_ roles: [PlannedIdentity]) -> String {
        let names = Set(roles.map(\.role)).sorted()
        let some = names.prefix(5).joined(separator: ", ")
        return names.count > 5 ? "\(some) and \(names.count - 5) more roles" : some
    }

    // MARK: Questions

    /// What nobody has told yet, once for each account.
    private func questions(_ retired: [KeyName]) -> [Handover] {
        let unknown = retired.filter { key in
            if case .noData? = ownerships[key] { true } else { ownerships[key] == nil }
        }
        let accounts = Dictionary(grouping: unknown) { keys[$0]?.account ?? "" }
        return accounts.sorted { $0.key < $1.key }.map { account, members in
            let mapped = principals.mappedUsers(in: account)
            return Handover(
                id: "principals/\(account.isEmpty ? "unknown" : account)",
                subject: account.isEmpty ? "the accounts of \(members.count) keys" : "AWS account \(account)",
                task:
                    "Say what the users of \(Self.keys(members)) may do, and who else names them: give keyshift plan what "
                    + "`aws iam get-account-authorization-details` and, for each user, `aws iam list-access-keys` print, as "
                    + "--authorization-details, and look at policies of buckets, keys and their grants, queues, topics and secrets."
                    + (mapped.isEmpty
                        ? "" : " `aws-auth` maps \(mapped.prefix(5).joined(separator: ", ")): is it one of them?"),
                reason:
                    "nothing was given for the account, so permissions are drafted, and who names a user is not known.")
        }
    }

    /// Whose a key is, where its account was given and does not tell.
    private func owner(of key: KeyName) -> Handover? {
        let (task, reason): (String, String)
        switch ownerships[key] {
        case .unknown?:
            task =
                "Say whose it is: `\(KnownUsers.command(key))`, then give keyshift plan what `aws iam list-access-keys --user-name` "
                + "prints for that user."
            reason =
                "authorization details do not say which key is whose, and more than one user, or none, is possible."
        case .name(let user)?:
            task = "Give keyshift plan the authorization details of the account in which \(user) is."
            reason = "its user is known, and what the user may do is not."
        case .user(let user, isAssumed: true)?:
            task = "Confirm that it is of \(user.name): `\(KnownUsers.command(key))`."
            reason = "that is the only user of its account that it can be of, unless it is of the root user."
        case .user?, .noData?, nil: return nil
        }
        return Handover(id: "owner/\(key.id)", subject: "\(key.kind.rawValue) \(key.id)", task: task, reason: reason)
    }

    private static func keys(_ keys: [KeyName]) -> String {
        let some = keys.prefix(5).map(\.id).joined(separator: ", ")
        return keys.count > 5 ? "\(some) and \(keys.count - 5) more keys" : some
    }

    // MARK: Other clouds

    private func grant(for key: KeyName) -> Handover {
        let identities = identities[key] ?? []
        let names = Self.names(identities)
        let old = keys[key]?.principal ?? "the identity that the key belongs to"
        let isGoogle = key.kind.provider == .google
        return Handover(
            id: "roles/\(key.id)", subject: "\(key.kind.rawValue) \(key.id)",
            task: isGoogle
                ? "Grant \(names) the roles of \(old), on projects and on single resources; the runbooks have the commands that list "
                    + "them."
                : "Assign \(names) the roles of \(old), in every scope; the runbooks have the commands that list them.",
            reason: "only the cloud knows them, and the new identity is another principal.")
    }
}
