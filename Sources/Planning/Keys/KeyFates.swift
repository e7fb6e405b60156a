import MigrationModel

/// What becomes of each key, and what is left to people.
struct KeyFates {
    /// The keys as the plan lists them.
    let planned: [PlannedKey]
    /// What only people can do.
    let handovers: [Handover]

    /// - Parameters:
    ///   - input: what is planned.
    ///   - services: the services, with those that are left.
    ///   - explained: services that are left and for which people have been told already what to do.
    init(_ input: PlanningInput, _ services: ServiceSelection, explained: Set<String> = []) {
        var users: [KeyName: [ServiceSelection.Member]] = [:]
        for member in services.members { for key in member.keys { users[key, default: []].append(member) } }
        let keys = input.report.keys.map { key in
            Self.planned(key, users[KeyName(kind: key.identity.kind, id: key.identity.id)] ?? [])
        }
        planned = keys
        handovers =
            keys.compactMap(Self.handover)
            + services.members.filter { !explained.contains($0.id) }.compactMap(Self.handover)
    }

    /// The keys that are retired.
    var retired: [PlannedKey] { planned.filter { $0.fate == .retire } }

    private static func planned(_ key: StaticKey, _ users: [ServiceSelection.Member]) -> PlannedKey {
        let name = KeyName(kind: key.identity.kind, id: key.identity.id)
        let (fate, reason) = fate(of: key, users)
        return PlannedKey(
            key: name, account: key.identity.account ?? "", fate: fate, reason: reason,
            services: users.map(\.id).sorted())
    }

    private static func fate(
        of key: StaticKey, _ users: [ServiceSelection.Member]
    ) -> (PlannedKey.Fate, String) {
        if let obstacle = KeyObstacle.obstacle(of: key) { return obstacle }
        if users.isEmpty { return (.unclaimed, "no consumer of it is known") }
        let moved = users.filter { !$0.isRemembering }
        if let exempt = moved.first(where: { !$0.isMoved }) { return (.exempt, "\(exempt.id): \(exempt.exemption)") }
        if moved.isEmpty { return (.retire, "nothing but former revisions has it") }
        return (.retire, moved.count == 1 ? "its one service is moved" : "all its \(moved.count) services are moved")
    }

    private static func handover(_ key: PlannedKey) -> Handover? {
        let subject = "\(key.key.kind.rawValue) \(key.key.id)"
        let id = "\(key.fate.rawValue)/\(key.key.id)"
        switch key.fate {
        case .retire, .exempt, .bait: return nil
        case .secretStore:
            return Handover(
                id: id, subject: subject,
                task: "Move it to an external secret store that the cluster reads by its own identity.",
                reason: key.reason + ".")
        case .refresher:
            return Handover(
                id: id, subject: subject,
                task: "Find what refreshes it (a CronJob, Vault, External Secrets), and move that.",
                reason: key.reason + ".")
        case .escalate:
            return Handover(
                id: id, subject: subject,
                task:
                    "Tell whoever is responsible for the account now: a root key is deleted, never replaced by a role.",
                reason: key.reason + ".")
        case .unclaimed:
            return Handover(
                id: id, subject: subject,
                task: "Find who uses it by its last use and the audit log, or show that nobody does.",
                reason: key.reason + ".")
        }
    }

    private static func handover(_ member: ServiceSelection.Member) -> Handover? {
        guard !member.isMoved, !member.isRemembering, member.setting?.exemption == nil else { return nil }
        return Handover(
            id: "consumer/\(member.id)", subject: member.name.description,
            task: "Say what it does with the key, and how it is to get credentials instead.",
            reason: member.exemption + "."
        )
    }
}
