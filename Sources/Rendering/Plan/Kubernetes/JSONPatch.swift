import MigrationModel
internal import StructuredText

/// A JSON patch ([RFC 6902](https://www.rfc-editor.org/rfc/rfc6902)) whose `test` operations refuse an object that is not as planned.
///
/// A test for `null` holds where nothing is: so do the API server and kustomize read it
/// ([json-patch](https://github.com/evanphx/json-patch)).
struct JSONPatch: Hashable, Sendable {
    private(set) var operations: [StructuredValue] = []

    var isEmpty: Bool { operations.isEmpty }

    /// Expects a value; `nil` for nothing at all.
    mutating func test(_ path: String, _ value: StructuredValue?) { append("test", path, value ?? .null) }
    /// Puts a value where there is none, into a list before what is there, or in the place of a member.
    mutating func add(_ path: String, _ value: StructuredValue) { append("add", path, value) }
    mutating func replace(_ path: String, _ value: StructuredValue) { append("replace", path, value) }
    mutating func remove(_ path: String) { operations.append(["op": "remove", "path": .string(path)]) }
    mutating func move(_ from: String, to path: String) {
        operations.append(["op": "move", "from": .string(from), "path": .string(path)])
    }

    private mutating func append(_ operation: String, _ path: String, _ value: StructuredValue) {
        operations.append(["op": .string(operation), "path": .string(path), "value": value])
    }

    static func + (left: JSONPatch, right: JSONPatch) -> JSONPatch {
        JSONPatch(operations: left.operations + right.operations)
    }

    /// The patch, one operation per line, so that a change of the plan shows as the lines that it changes.
    var text: String { "[\n" + operations.map { "  " + MachineText.line($0) }.joined(separator: ",\n") + "\n]\n" }

    /// A name as part of a JSON pointer.
    static func token(_ name: String) -> String {
        name.split(separator: "~", omittingEmptySubsequences: false).joined(separator: "~0")
            .split(separator: "/", omittingEmptySubsequences: false).joined(separator: "~1")
    }

    /// What expects an object of this kind and name.
    static func expecting(_ object: ObjectReference) -> JSONPatch {
        var patch = JSONPatch()
        patch.test("/kind", .string(object.kind))
        patch.test("/metadata/name", .string(object.name))
        return patch
    }
}
