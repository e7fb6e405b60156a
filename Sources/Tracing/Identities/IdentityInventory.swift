import MigrationModel

/// Lists ServiceAccounts with their identities, users and tokens.
struct IdentityInventory {
    var objects: ClusterObjects
    var clusters: InputClusters
    var identities: IdentityDirectory

    private struct Name: Hashable {
        var cluster: Int
        var namespace: String?
        var name: String
    }

    /// One record for each ServiceAccount of the input, ordered by input, namespace and name, with the services that use it.
    func records(_ members: [ServiceMembers], _ order: ServiceOrder) -> [IdentityRecord] {
        var users: [Name: [Int]] = [:]
        // Services in order, so that those of each account are.
        for number in order.sorted where number < members.count {
            for account in members[number].service.serviceAccounts {
                let service = members[number].service.name
                users[name(account, in: service.object.namespace, input: service.input), default: []].append(number)
            }
        }
        let tokens = Dictionary(grouping: objects.legacyTokens) {
            name($0.serviceAccount, in: $0.object.namespace, input: $0.input)
        }
        return objects.serviceAccounts.map { account in
            let reference = account.object.reference
            let name = name(reference.name, in: reference.namespace, input: account.input)
            return record(account, users: users[name] ?? [], of: members, tokens: tokens[name] ?? [])
        }
        .sorted { ($0.input, $0.serviceAccount) < ($1.input, $1.serviceAccount) }
    }

    private func record(
        _ account: ServiceAccountFacts, users: [Int], of members: [ServiceMembers], tokens: [LegacyToken]
    ) -> IdentityRecord {
        let reference = account.object.reference
        return IdentityRecord(
            input: account.input, serviceAccount: reference,
            identities: identities.identities(
                of: reference.name, in: reference.namespace, cluster: clusters.cluster(of: account.input)),
            managers: ObjectManagers.managers(of: account.object), owner: Self.owner(of: account.object),
            lastChange: account.lastChange ?? account.object.created,
            services: users.map { members[$0].service.name }, legacyTokens: tokens.sorted { $0.object < $1.object },
            mountsNeedlessToken: mountsNeedlessToken(account, users, members))
    }

    /// Whether Pods mount a token that RBAC gives nothing; `nil` where the input has no bindings.
    private func mountsNeedlessToken(
        _ account: ServiceAccountFacts, _ users: [Int], _ members: [ServiceMembers]
    ) -> Bool? {
        guard !objects.roleBindings.isEmpty else { return nil }
        let reference = account.object.reference
        let mounting = users.contains { user in
            members[user].newest.map { newest in
                objects.workloads[newest].templates.contains { $0.mountsToken ?? account.mountsToken ?? true }
            } ?? false
        }
        return mounting && !bound.contains("\(reference.namespace ?? "")/\(reference.name)")
            && !bound.contains("\(reference.namespace ?? "")/*")
    }

    /// ServiceAccounts that RBAC gives anything beyond what everybody has.
    private let bound: Set<String>

    init(_ objects: ClusterObjects, clusters: InputClusters, identities: IdentityDirectory) {
        self.objects = objects
        self.clusters = clusters
        self.identities = identities
        // Every cluster lets all ServiceAccounts discover the API; that is no reason to mount a token.
        bound = Set(objects.roleBindings.flatMap(\.serviceAccounts)).subtracting(["*/*"])
    }

    private func name(_ account: String, in namespace: String?, input: String) -> Name {
        Name(cluster: clusters.cluster(of: input), namespace: namespace, name: account)
    }

    /// The labels and annotations by which teams say what is theirs.
    private static let ownerMarks = ["owner", "team", "app.kubernetes.io/part-of", "app.kubernetes.io/name", "app"]

    private static func owner(of object: ObjectDescription) -> String {
        for mark in ownerMarks {
            if let owner = object.annotations[mark] ?? object.labels[mark], !owner.isEmpty { return owner }
        }
        return ""
    }
}
