internal import MigrationModel
internal import StructuredText

extension StaticKey {
    /// The key by its name, under which traces know it.
    var name: KeyName { KeyName(kind: identity.kind, id: identity.id) }

    /// The key as an element of `keys`, with the services that receive it.
    func document(with services: [KeyService]) -> StructuredValue {
        let members: [StructuredValue.Member] = [
            .init("id", .string(identity.id)),
            .init("kind", .string(identity.kind.rawValue)),
            .init("provider", .string(identity.kind.provider.rawValue)),
            .init("account", .optional(identity.account)),
            .init("lifetime", .string(identity.kind.lifetime)),
            .init("principal", .optional(identity.principal)),
            .init("nature", .string(nature.label)),
            .init("endpoint", .optional(nature.endpoint)),
            .init("secretHalf", .string(secretHalf)),
            .init("allowed", allowed?.document ?? .null),
            .init("sightings", .sequence(sightings.map(\.document))),
            .init("carriers", .sequence(carriers.map(\.document))),
            .init("services", .sequence(services.map(\.document))),
        ]
        return .mapping(members)
    }

    /// Whether the secret half stands beside the id; where it was not seen it may still exist elsewhere.
    var secretHalf: String { secretHalfPresent ? "present" : "not-seen" }
}

extension KeyKind {
    /// Whether the key works until somebody deletes it.
    var lifetime: String {
        switch self {
        case .awsTemporaryKey: "temporary"
        case .awsAccessKey, .googleServiceAccountKey, .googleHMACKey, .azureClientSecret, .azureStorageAccountKey:
            "long-term"
        }
    }
}

extension KeyNature {
    /// The host of a service that is not the key's cloud, where it is known.
    var endpoint: String? {
        guard let host, !host.isEmpty else { return nil }
        return host
    }
}

extension Sighting {
    /// The sighting as an element of a key's `sightings`.
    var document: StructuredValue {
        [
            "input": .string(place.input),
            "line": .integer(place.line),
            "object": place.object?.document ?? .null,
            "path": .string(place.path.description),
            "decodings": .sequence(place.path.decodings.map { .string($0.rawValue) }),
            "confidence": .string(confidence.rawValue),
            "nature": .string(nature.label),
            "repeatedBy": .sequence(repeatedBy.map(\.document)),
        ]
    }
}
