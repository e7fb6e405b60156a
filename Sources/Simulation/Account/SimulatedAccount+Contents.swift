public import StructuredText

extension SimulatedAccount {
    /// Everything that is in the account, by kind and name, without ids that the cloud makes, times, and tags.
    ///
    /// Two accounts in which the same was done have the same contents.
    public var contents: StructuredValue {
        let keys = self.keys.values.map { key -> StructuredValue in
            ["key": .string(key.id), "user": .string(key.user), "status": .string(key.status)]
        }
        let users = self.users.values.map { user -> StructuredValue in
            [
                "user": .string(user.name), "groups": Self.list(user.groups), "attached": Self.list(user.attached),
                "inline": Self.documents(user.inline),
            ]
        }
        let roles = self.roles.values.map { role -> StructuredValue in
            [
                "role": .string(role.name), "trust": role.trust.sorted, "boundary": .string(role.boundary),
                "attached": Self.list(role.attached), "inline": Self.documents(role.inline),
            ]
        }
        return .sequence(
            (keys + users + roles + bindings).sorted {
                JSONWriter.text(for: $0, pretty: false) < JSONWriter.text(for: $1, pretty: false)
            })
    }

    private var bindings: [StructuredValue] {
        let policies = self.policies.map { arn, policy -> StructuredValue in
            ["policy": .string(arn), "versions": .sequence(policy.versions.map(\.document.sorted))]
        }
        let providers = self.providers.values.map { provider -> StructuredValue in
            ["provider": .string(provider.url), "audiences": Self.list(provider.audiences)]
        }
        let associations = self.associations.values.map { association -> StructuredValue in
            [
                "association": .string("\(association.cluster) \(association.namespace)/\(association.serviceAccount)"),
                "role": .string(association.role), "target": .string(association.target),
            ]
        }
        return policies + providers + associations
    }

    private static func list(_ names: [String]) -> StructuredValue { .sequence(names.sorted().map { .string($0) }) }

    private static func documents(_ documents: [String: StructuredValue]) -> StructuredValue {
        .mapping(documents.sorted { $0.key < $1.key }.map { .init($0.key, $0.value.sorted) })
    }
}
