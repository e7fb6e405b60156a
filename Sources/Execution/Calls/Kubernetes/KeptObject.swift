import MigrationModel
import StructuredText

/// An object as a Secret keeps it: whole, as the API server had it, under one entry.
struct KeptObject {
    /// The entry of the Secret.
    static let entry = "object"
    /// The object.
    let value: StructuredValue

    /// Reads the object that a Secret keeps; `nil` when there is no such Secret.
    ///
    /// - Throws: `conflict` when the Secret keeps something else.
    init?(_ object: ObjectReference, in copy: String, _ access: KubernetesAccess) async throws(AccessProblem) {
        let secret = Self.secret(copy, object)
        guard let live = try await access.object(secret) else { return nil }
        guard let text = live["data"]?[Self.entry]?.text, let bytes = Base64.bytes(text),
            let value = StructuredValue.reading(json: bytes), value["kind"]?.text == object.kind,
            value.value(at: "/metadata/name")?.text == object.name
        else {
            throw AccessProblem(
                .conflict, "\(secret) is there already, and keeps no copy of \(object).",
                advice: "See whose it is; delete or rename it, then run this again.")
        }
        self.value = value
    }

    /// The Secret of a copy.
    static func secret(_ copy: String, _ object: ObjectReference) -> ObjectReference {
        ObjectReference(apiVersion: "v1", kind: "Secret", namespace: object.namespace, name: copy)
    }

    /// The manifest of the Secret, for standard input.
    static func manifest(_ copy: String, _ object: ObjectReference, _ bytes: [UInt8]) -> [UInt8] {
        manifest(copy, object.namespace, [(entry, Base64.text(bytes))])
    }

    /// The manifest of a Secret with entries that are base64 already.
    static func manifest(_ name: String, _ namespace: String?, _ entries: [(name: String, value: String)]) -> [UInt8] {
        var metadata: [StructuredValue.Member] = [.init("name", .string(name))]
        if let namespace { metadata.append(.init("namespace", .string(namespace))) }
        let value: StructuredValue = [
            "apiVersion": "v1", "kind": "Secret", "metadata": .mapping(metadata), "type": "Opaque",
            "data": .mapping(entries.map { .init($0.name, .string($0.value)) }),
        ]
        return Array(JSONWriter.text(for: value, pretty: false).utf8)
    }
}
