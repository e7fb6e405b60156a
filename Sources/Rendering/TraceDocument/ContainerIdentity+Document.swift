internal import MigrationModel
internal import StructuredText

extension ContainerIdentity {
    /// The identity as an element of `identities`.
    var document: StructuredValue {
        [
            "service": service.document,
            "container": .string(container),
            "role": .string(role.rawValue),
            "provider": .string(provider.rawValue),
            "families": families.document,
            "running": .sequence(running.map(\.document)),
            "next": .sequence(next.map(\.document)),
        ]
    }
}

extension FamilyChoice {
    /// Which families are considered first, and why.
    var document: StructuredValue {
        let (basis, reason): (StructuredValue, String?) =
            switch self.basis {
            case .stated: ("stated", nil)
            case .hinted(let reason): ("hinted", reason)
            case .unknown: ("unknown", nil)
            }
        return ["ids": .strings(families), "basis": basis, "reason": .optional(reason)]
    }
}

extension FamilyVerdict {
    /// What some families agree on.
    var document: StructuredValue {
        let members: [StructuredValue.Member] = [
            .init("certain", .bool(isCertain)), .init("shadowed", .strings(shadowed.map(\.rawValue))),
        ]
        return .mapping([.init("families", .strings(families))] + outcome.members + members)
    }
}

extension CredentialOutcome {
    /// What an SDK ends up with, as members of a larger mapping.
    var members: [StructuredValue.Member] {
        switch self {
        case .uses(let source, let nature): Self.members("uses", source, nature)
        case .fails(let source): Self.members("fails", source, nil)
        case .nothing: Self.members("nothing", nil, nil)
        }
    }

    private static func members(
        _ outcome: String, _ source: CredentialSource?, _ nature: CredentialSource.Nature?
    ) -> [StructuredValue.Member] {
        [
            .init("outcome", .string(outcome)),
            .init("source", .optional(source?.rawValue)),
            .init("nature", .optional(nature?.rawValue)),
        ]
    }
}
