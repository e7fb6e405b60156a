internal import MigrationModel
internal import StructuredText

/// One key with its places and carriers.
enum KeyDocument {
    /// The members of a key.
    static func members(of key: StaticKey) -> [StructuredValue.Member] {
        var members = identity(of: key.identity)
        members.append(.init("nature", .string(key.nature.label)))
        if case .thirdParty(let host) = key.nature { members.append(.init("endpoint", .string(host))) }
        members.append(.init("secretHalf", .string(key.secretHalfPresent ? "present" : "not-seen")))
        if let allowed = key.allowed {
            members.append(
                .init("allowed", ["reason": .string(allowed.reason), "expires": .string(allowed.expires)]))
        }
        members.append(.init("sightings", .sequence(key.sightings.map(PlaceDocument.value))))
        members.append(.init("carriers", .sequence(key.carriers.map(CarrierDocument.value))))
        return members
    }

    private static func identity(of identity: KeyIdentity) -> [StructuredValue.Member] {
        var members: [StructuredValue.Member] = [
            .init("id", .string(identity.id)),
            .init("kind", .string(identity.kind.rawValue)),
            .init("provider", .string(identity.kind.provider.rawValue)),
            .init("lifetime", .string(identity.kind.lifetime)),
        ]
        if let account = identity.account { members.append(.init("account", .string(account))) }
        if let principal = identity.principal { members.append(.init("principal", .string(principal))) }
        return members
    }
}
