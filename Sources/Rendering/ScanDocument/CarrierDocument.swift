internal import MigrationModel
internal import StructuredText

/// One object that holds a key.
enum CarrierDocument {
    /// The object with what would undo or forbid a change to it.
    static func value(of carrier: CarrierFacts) -> StructuredValue {
        var members: [StructuredValue.Member] = [.init("object", PlaceDocument.value(of: carrier.object))]
        if let created = carrier.created { members.append(.init("created", .string(created))) }
        members += [
            .init("immutable", .bool(carrier.immutable)),
            .init("managers", .sequence(carrier.managers.map(value))),
            .init("owners", .sequence(carrier.owners.map(value))),
        ]
        return .mapping(members)
    }

    private static func value(of manager: ObjectManager) -> StructuredValue {
        manager.instance.isEmpty
            ? ["program": .string(manager.program)]
            : ["program": .string(manager.program), "instance": .string(manager.instance)]
    }

    private static func value(of owner: OwnerReference) -> StructuredValue {
        [
            "apiVersion": .string(owner.apiVersion), "kind": .string(owner.kind), "name": .string(owner.name),
            "controller": .bool(owner.controller),
        ]
    }
}
