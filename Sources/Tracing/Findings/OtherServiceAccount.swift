import MigrationModel

/// A workload uses a key and a ServiceAccount without identity, and one that is called like the workload has the identity.
enum OtherServiceAccount: InventoryRule {
    static func findings(in context: InventoryContext) -> [IdentityFinding] {
        let spare = Dictionary(
            grouping: context.records.filter { !$0.identities.isEmpty && $0.services.isEmpty }, by: \.place)
        guard !spare.isEmpty else { return [] }
        let identities = Dictionary(
            context.records.map { (Holder(place: $0.place, name: $0.serviceAccount.name), $0.identities) },
            uniquingKeysWith: { first, _ in first })
        return context.traces.compactMap { trace in
            guard context.members.indices.contains(trace.number) else { return nil }
            let service = context.members[trace.number].service
            let clouds = Set(trace.consumptions.map(\.key.kind.provider))
            let place = IdentityRecord.Place(input: service.name.input, namespace: service.name.object.namespace)
            let own = service.serviceAccounts.flatMap { identities[Holder(place: place, name: $0)] ?? [] }
            guard !own.contains(where: { clouds.contains($0.mechanism.provider) }) else { return nil }
            let meant = spare[place]?.first { record in
                isCalledLike(service.name.object.name, record.serviceAccount.name)
                    && record.identities.contains { clouds.contains($0.mechanism.provider) }
            }
            return meant.map { finding(service, $0.serviceAccount.name) }
        }
    }

    private struct Holder: Hashable {
        var place: IdentityRecord.Place
        var name: String
    }

    private static func finding(_ service: Service, _ account: String) -> IdentityFinding {
        IdentityFinding(
            .otherServiceAccount, input: service.name.input, object: service.name.object,
            message:
                "it runs as the ServiceAccount \(service.serviceAccounts.joined(separator: ", ")), and the identity is "
                + "on \(account), which no Pod uses",
            advice: "set serviceAccountName to \(account), if that is the identity meant for it")
    }

    /// Whether one name begins with the other, up to a hyphen.
    private static func isCalledLike(_ workload: String, _ account: String) -> Bool {
        let (short, long) = workload.utf8.count <= account.utf8.count ? (workload, account) : (account, workload)
        return short == long || long.hasPrefix(short + "-")
    }
}

extension IdentityRecord {
    /// The namespace of a ServiceAccount in its input.
    struct Place: Hashable {
        var input: String
        var namespace: String?
    }

    /// Where the ServiceAccount is.
    var place: Place { Place(input: input, namespace: serviceAccount.namespace) }
}
