internal import MigrationModel
internal import StructuredText

extension CarrierFacts {
    /// The carrier as an element of a key's `carriers`.
    var document: StructuredValue {
        [
            "object": object.document,
            "created": .optional(created),
            "immutable": .bool(immutable),
            "managers": .sequence(managers.map(\.document)),
            "owners": .sequence(owners.map(\.document)),
        ]
    }
}

extension ObjectReference {
    /// The object as every part of the document names it.
    var document: StructuredValue {
        [
            "apiVersion": .string(apiVersion),
            "kind": .string(kind),
            "namespace": .optional(namespace),
            "name": .string(name),
        ]
    }
}

extension ObjectManager {
    /// The manager as an element of a carrier's `managers`.
    var document: StructuredValue {
        ["program": .string(program), "instance": .string(instance)]
    }
}

extension OwnerReference {
    /// The owner as an element of a carrier's `owners`.
    var document: StructuredValue {
        [
            "apiVersion": .string(apiVersion),
            "kind": .string(kind),
            "name": .string(name),
            "uid": .string(uid),
            "controller": .bool(controller),
        ]
    }
}
