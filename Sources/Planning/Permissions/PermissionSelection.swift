import MigrationModel

/// What the identity of each service may do: as a person gave it, as the user of its key may, or as its settings show.
struct PermissionSelection {
    /// The permissions by service.
    private(set) var byService: [String: PlannedPermissions] = [:]
    /// What was found of the keys, by their names.
    private var ownerships: [KeyName: KeyOwnership] = [:]
    private var identities: [KeyName: [PlannedIdentity]] = [:]
    private let input: PlanningInput
    private let keys: [KeyName: KeyIdentity]
    private let owners: KeyOwners
    private let collection: SettingCollection
    private let principals: PrincipalMentions

    init(_ input: PlanningInput, _ services: ServiceSelection, _ identities: IdentitySelection) {
        self.input = input
        keys = Dictionary(
            input.report.keys.map { (KeyName(kind: $0.identity.kind, id: $0.identity.id), $0.identity) },
            uniquingKeysWith: { first, _ in first })
        owners = KeyOwners(input.accounts)
        collection = SettingCollection(input.objects)
        principals = PrincipalMentions(input.accounts, input.objects)
        for member in services.members {
            guard let identity = identities.entry(of: member.id)?.identity else { continue }
            for key in member.keys {
                if ownerships[key] == nil { ownerships[key] = ownership(of: key) }
                self.identities[key, default: []].append(identity)
            }
            byService[member.id] =
                identity.mechanism.provider == .aws ? permissions(of: member, identity) : grants(of: member)
        }
    }

    /// What people have to do or to say about the principals of keys that go.
    func handovers(of retired: [PlannedKey]) -> [Handover] {
        PermissionHandovers(ownerships, identities, principals, keys).handovers(of: retired.map(\.key))
    }

    private func ownership(of key: KeyName) -> KeyOwnership {
        owners.ownership(of: key.id, in: keys[key]?.account)
    }

    /// Roles of other clouds are granted by people: which ones the old identity has, only the cloud knows.
    private func grants(of member: ServiceSelection.Member) -> PlannedPermissions {
        PlannedPermissions(
            source: .byHand, isAccepted: member.setting?.acceptsDraft ?? false,
            users: member.keys.compactMap { keys[$0]?.principal }.unique.sorted(),
            remarks: [
                PermissionRemark(.open, "Grant it the roles of the old identity before the first Pod takes it.")
            ])
    }

    private func permissions(of member: ServiceSelection.Member, _ identity: PlannedIdentity) -> PlannedPermissions {
        let own = member.keys.filter { $0.kind.provider == .aws }
        let target = member.setting?.targetAccount ?? ""
        let account = target.isEmpty ? own.lazy.compactMap { keys[$0]?.account }.first ?? identity.account : target
        let draft = PermissionDraft(collection.settings(of: member, account: account))
        let found = KnownUsers(own.map { ($0, ownerships[$0] ?? .noData) })
        let theirs = UserPermissions(of: found.users, showing: draft, in: identity.account)
        var result: PlannedPermissions
        if let policy = member.setting?.policy, let document = input.policies[policy] {
            result = given(document.inCurrentVersion, from: policy, found, theirs)
        } else if found.users.contains(where: { !$0.policies.isEmpty }) {
            result = PlannedPermissions(
                source: .user, policies: theirs.policies, boundary: theirs.boundary,
                derivedFrom: draft.derivedFrom, remarks: found.remarks + theirs.remarks)
            result.isAccepted = found.isComplete && !result.remarks.contains { $0.kind.needsConsent }
        } else {
            result = drafted(draft, found)
        }
        finish(&result, member, identity, found)
        return result
    }

    private func given(
        _ document: PolicyDocument, from file: String, _ found: KnownUsers, _ theirs: UserPermissions
    ) -> PlannedPermissions {
        var result = PlannedPermissions(
            source: .given, policies: [PlannedPolicy(name: "permissions", origin: file, document: document)],
            boundary: theirs.boundary)
        let broad = BroadStatements.findings(in: document)
        if !broad.isEmpty {
            result.remarks.append(PermissionRemark(.broad, "It allows \(broad.joined(separator: ", "))."))
        }
        // With a policy of which nothing is known, or a user, nothing can be said to exceed.
        let isKnown = found.isComplete && !theirs.policies.contains { $0.form == .existing }
        let excess = isKnown ? PolicyContainment(theirs.limit).excess(of: [document]) : []
        result.remarks += Self.remarks(on: excess, found)
        result.isAccepted = excess.isEmpty
        return result
    }

    private func drafted(_ draft: PermissionDraft, _ found: KnownUsers) -> PlannedPermissions {
        let policies = draft.document.map {
            [PlannedPolicy(name: "permissions", origin: "the settings of the service", document: $0)]
        }
        var remarks = found.remarks + draft.open.map { PermissionRemark(.open, $0) }
        if policies == nil {
            remarks.append(
                PermissionRemark(
                    .open,
                    "No setting names anything that it uses, so nothing is drafted: give a policy for it, or the authorization "
                        + "details of the account."))
        }
        if let user = found.users.first {
            remarks.append(
                PermissionRemark(
                    .exceeds,
                    "The user \(user.name) has no policy at all: what it may do stands in policies of resources, or it is not "
                        + "used."))
        }
        for finding in policies.map({ $0.compactMap(\.document).flatMap(BroadStatements.findings) }) ?? [] {
            remarks.append(PermissionRemark(.broad, "It allows \(finding)."))
        }
        return PlannedPermissions(
            source: .draft, policies: policies ?? [], derivedFrom: draft.derivedFrom, remarks: remarks)
    }

    /// What holds for permissions of every source.
    private func finish(
        _ result: inout PlannedPermissions, _ member: ServiceSelection.Member, _ identity: PlannedIdentity,
        _ found: KnownUsers
    ) {
        let layout = PolicyLayout(result.policies, of: identity.role)
        result.policies = layout.policies
        result.users = found.users.map(\.arn)
        let foreign = found.users.filter { $0.account != identity.account }
        result.remarks += foreign.map { user in
            PermissionRemark(
                .incomplete,
                "The user \(user.name) is of the account \(user.account), and the role of \(identity.account): resources there have "
                    + "to let the role in by their own policies, or it has to take a role there.")
        }
        result.remarks += layout.remarks + NetworkRemark.remarks(of: identity, member.cluster)
        result.priorChanges = found.users.flatMap { principals.changes(for: $0, role: identity) }
        if result.source == .user, !foreign.isEmpty { result.isAccepted = false }
        if layout.remarks.contains(where: \.kind.needsConsent) { result.isAccepted = false }
        if member.setting?.acceptsDraft ?? false { result.isAccepted = true }
    }

    private static func remarks(on excess: [PolicyExcess], _ found: KnownUsers) -> [PermissionRemark] {
        let names = found.users.map(\.name).joined(separator: ", ")
        let lines = excess.map { one in
            let action = (one.actions.isNegated ? "all but " : "") + one.actions.patterns.joined(separator: ", ")
            let resource = (one.resources.isNegated ? "all but " : "") + one.resources.patterns.joined(separator: ", ")
            return "`\(action)` on `\(resource)` (\(one.reason.words))"
        }
        let rest = lines.count > 10 ? " And \(lines.count - 10) more." : ""
        guard !lines.isEmpty else { return [] }
        return [
            PermissionRemark(
                .exceeds,
                "It goes beyond what \(names) may do: \(lines.prefix(10).joined(separator: "; ")).\(rest)")
        ]
    }
}

extension PolicyExcess.Reason {
    /// Why, in few words.
    fileprivate var words: String {
        switch self {
        case .notAllowed: "not allowed"
        case .conditional: "allowed under conditions only"
        case .denied: "denied in part"
        }
    }
}

/// The users of a service's keys.
struct KnownUsers {
    /// The users, each once.
    private(set) var users: [UserFacts] = []
    /// Whether the users of all keys are known for certain.
    private(set) var isComplete: Bool
    /// What is assumed or missing.
    private(set) var remarks: [PermissionRemark] = []

    init(_ ownerships: [(key: KeyName, ownership: KeyOwnership)]) {
        isComplete = !ownerships.isEmpty
        let isAnyKnown = ownerships.contains { if case .user = $0.ownership { true } else { false } }
        for (key, ownership) in ownerships {
            switch ownership {
            case .user(let user, let isAssumed):
                if !users.contains(user) { users.append(user) }
                guard isAssumed else { continue }
                isComplete = false
                remarks.append(
                    PermissionRemark(
                        .assumedOwner,
                        "\(key.id) is taken to be of \(user.name), the only user of its account that it can be of: see "
                            + "`\(Self.command(key))`."))
            case .name, .unknown, .noData:
                isComplete = false
                // Without any user it is a draft, and the question is asked once for the account.
                guard isAnyKnown else { continue }
                remarks.append(
                    PermissionRemark(
                        .incomplete,
                        "Nothing is known of the user of \(key.id), whose permissions are missing here: see "
                            + "`\(Self.command(key))`."))
            }
        }
        users.sort { $0.arn < $1.arn }
    }

    /// Tells whose a key is.
    static func command(_ key: KeyName) -> String { "aws iam get-access-key-last-used --access-key-id \(key.id)" }
}

/// What a network in a trust policy means for who takes the role.
enum NetworkRemark {
    /// See [aws:SourceVpc](https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-sourcevpc).
    static func remarks(of identity: PlannedIdentity, _ cluster: ClusterConfiguration) -> [PermissionRemark] {
        guard let network = cluster.network else { return [] }
        guard identity.mechanism == .irsa else {
            return [
                PermissionRemark(
                    .condition,
                    "The network of the configuration is no part of its trust policy: with Pod Identity it is EKS that takes the "
                        + "role, from a network of its own.")
            ]
        }
        let text =
            network.addresses.isEmpty
            ? "Its trust policy asks for a VPC or an endpoint, which a call has only if it reaches STS through an endpoint in that "
                + "VPC: without one, every Pod is refused."
            : "Its trust policy asks for public addresses: a Pod that reaches STS by another way, such as an endpoint, is refused."
        return [PermissionRemark(.condition, text)]
    }
}
