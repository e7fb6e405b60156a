internal import MigrationModel
internal import StructuredText

/// One place of a key.
enum PlaceDocument {
    /// The sighting without the key, in which it stands.
    static func value(of sighting: Sighting) -> StructuredValue {
        let place = sighting.place
        var members: [StructuredValue.Member] = [
            .init("input", .string(place.input)), .init("line", .integer(place.line)),
        ]
        if let object = place.object { members.append(.init("object", value(of: object))) }
        members += [
            .init("path", .string(place.path.description)),
            .init("decodings", .sequence(place.path.decodings.map { .string($0.rawValue) })),
            .init("confidence", .string(sighting.confidence.rawValue)),
            .init("repeatedBy", .sequence(sighting.repeatedBy.map(value))),
        ]
        return .mapping(members)
    }

    /// An object; a cluster-scoped one has no namespace.
    static func value(of object: ObjectReference) -> StructuredValue {
        var members: [StructuredValue.Member] = [
            .init("apiVersion", .string(object.apiVersion)), .init("kind", .string(object.kind)),
        ]
        if let namespace = object.namespace { members.append(.init("namespace", .string(namespace))) }
        members.append(.init("name", .string(object.name)))
        return .mapping(members)
    }
}
