import MigrationModel

/// Where a user is named by others: in trust policies of roles, and in `aws-auth`.
struct PrincipalMentions {
    private var roles: [String: [String]] = [:]
    private var mappings: [String: [AccessMapping]] = [:]

    init(_ accounts: AccountFacts, _ objects: ClusterObjects) {
        for role in accounts.roles { for name in role.names { roles[name, default: []].append(role.arn) } }
        mappings = Dictionary(grouping: objects.accessMappings, by: \.arn)
    }

    /// What has to let a role in before a service is moved.
    func changes(for user: UserFacts, role identity: PlannedIdentity) -> [PriorChange] {
        let partition = ResourceName(user.arn)?.partition ?? "aws"
        let role = "arn:\(partition):iam::\(identity.account):role/\(identity.role)"
        let trusting = Set((roles[user.arn] ?? []) + (roles[user.id] ?? [])).sorted()
        return trusting.map { arn in
            PriorChange(
                .roleTrust, subject: arn,
                task:
                    "the trust policy of \(arn) names the user \(user.name), and has to name \(role) as well if the service takes it"
            )
        }
            + mapped(user).map { mapping in
                PriorChange(
                    .awsAuth, subject: mapping.object.description,
                    task: "\(mapping.object.description) maps the user \(user.name) to "
                        + "\(mapping.groups.isEmpty ? "a name" : mapping.groups.joined(separator: ", ")), and has to map \(role) as well if the service speaks to that cluster"
                )
            }
    }

    /// The users of an account that `aws-auth` maps, by ARN.
    func mappedUsers(in account: String) -> [String] {
        mappings.keys.filter { $0.contains("::\(account):user/") }.sorted()
    }

    private func mapped(_ user: UserFacts) -> [AccessMapping] {
        var seen: Set<AccessMapping> = []
        return (mappings[user.arn] ?? []).filter { seen.insert($0).inserted }
    }
}
