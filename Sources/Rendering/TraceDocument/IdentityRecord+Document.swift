internal import MigrationModel
internal import StructuredText

extension IdentityRecord {
    /// The ServiceAccount as an element of `serviceAccounts`.
    var document: StructuredValue {
        [
            "input": .string(input),
            "object": serviceAccount.document,
            "identities": .sequence(identities.map(\.document)),
            "managers": .sequence(managers.map(\.document)),
            "owner": .string(owner),
            "lastChange": .optional(lastChange),
            "services": .sequence(services.map(\.document)),
            "legacyTokens": .sequence(legacyTokens.map(\.document)),
            "mountsNeedlessToken": .optional(mountsNeedlessToken),
        ]
    }
}

extension FederatedIdentity {
    /// The identity as an element of a ServiceAccount's `identities`.
    var document: StructuredValue {
        [
            "mechanism": .string(mechanism.rawValue),
            "provider": .string(mechanism.provider.rawValue),
            "principal": .string(principal),
            "evidence": .string(evidence.rawValue),
        ]
    }
}

extension LegacyToken {
    /// The Secret as an element of a ServiceAccount's `legacyTokens`.
    var document: StructuredValue { ["object": object.document, "created": .optional(created)] }
}
