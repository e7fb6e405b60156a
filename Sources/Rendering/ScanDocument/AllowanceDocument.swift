internal import MigrationModel
internal import StructuredText

/// One entry of an allowlist, with the names that it has in the file.
enum AllowanceDocument {
    /// The members of an entry; one that covers a key everywhere has no place.
    static func members(of allowance: Allowance) -> [StructuredValue.Member] {
        var members: [StructuredValue.Member] = [.init("key", .string(allowance.key))]
        if let place = allowance.place { members.append(.init("place", .string(place))) }
        members += [.init("reason", .string(allowance.reason)), .init("expires", .string(allowance.expires))]
        return members
    }

    /// Several entries.
    static func list(_ allowances: [Allowance]) -> StructuredValue {
        .sequence(allowances.map { .mapping(members(of: $0)) })
    }
}
