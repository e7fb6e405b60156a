import MigrationModel

@testable import Detection

extension FieldCollection {
    /// One group of fields below `data`.
    init(_ members: KeyValuePairs<String, String>) {
        self.init()
        add(members, in: addScope())
    }

    /// One text below `data.text`.
    init(text: String) { self.init(["text": text]) }

    /// Opens a group inside another.
    mutating func addScope(in parent: Int? = nil) -> Int {
        parents.append(parent)
        return parents.count - 1
    }

    /// Adds fields to a group, below `data`, or below a path of their own.
    mutating func add(_ members: KeyValuePairs<String, String>, in scope: Int, below path: [ValuePath.Step]? = nil) {
        for (name, text) in members {
            let path = ValuePath((path ?? [.field("data")]) + [name.isEmpty ? .index(fields.count) : .field(name)])
            fields.append(Field(path: path, name: name, text: Array(text.utf8), offset: fields.count, scope: scope))
        }
    }
}

extension KeySightings {
    /// What was found, without the details that most tests do not look at.
    var ids: [String] { matches.map(\.identity.id) }
    /// How sure each finding is.
    var confidences: [Confidence] { matches.map(\.confidence) }
}
