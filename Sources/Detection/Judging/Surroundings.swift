/// The fields of an object with the names that really name them, and the groups that they form.
struct Surroundings {
    /// Fields in document order.
    let fields: [Field]
    /// For each scope its enclosing scope.
    let parents: [Int?]
    /// For each field its name.
    let names: [FieldName]
    /// For each scope the fields directly in it, in document order.
    let members: [[Int]]

    init(_ collection: FieldCollection) {
        fields = collection.fields
        let count = max(collection.parents.count, (fields.map(\.scope).max() ?? -1) + 1)
        parents = collection.parents + Array(repeating: nil, count: count - collection.parents.count)
        var members = [[Int]](repeating: [], count: count)
        for (index, field) in fields.enumerated() { members[field.scope].append(index) }
        self.members = members
        names = Self.effectiveNames(of: collection.fields, members: members)
    }

    /// Names, improved where the name is only `value` or missing: `{name: accessKey, value: …}`, `["--access-key", "…"]`.
    private static func effectiveNames(of fields: [Field], members: [[Int]]) -> [FieldName] {
        // An object with ten thousand fields has a hundred names.
        var known: [String: FieldName] = [:]
        var names = fields.map { field in
            if let name = known[field.name] { return name }
            let name = FieldName(field.name.utf8)
            known[field.name] = name
            return name
        }
        for scope in members {
            let label = onlyLabel(in: scope, fields: fields)
            for (position, index) in scope.enumerated() {
                if let label, names[index].isExactly("value") {
                    names[index] = label
                } else if names[index].isEmpty {
                    let before = position > 0 ? flag(fields[scope[position - 1]].text) : nil
                    names[index] = ownFlag(fields[index].text) ?? before ?? names[index]
                }
            }
        }
        return names
    }

    /// The text of the one member that labels the others.
    private static func onlyLabel(in scope: [Int], fields: [Field]) -> FieldName? {
        guard scope.count <= 8 else { return nil }
        let labels = scope.filter {
            isLabel(fields[$0].name) && fields[$0].text.count <= 128
        }
        guard labels.count == 1 else { return nil }
        return FieldName(fields[labels[0]].text)
    }

    private static func isLabel(_ name: String) -> Bool {
        switch name.utf8.count {
        case 3: name == "key" || name == "Key"
        case 4: name == "name" || name == "Name"
        default: false
        }
    }

    /// A command-line option that takes the next element as its value.
    private static func flag(_ text: [UInt8]) -> FieldName? {
        let isFlag = text.count <= 64 && text.first == UInt8(ascii: "-")
        return isFlag && !text.contains(where: { $0.isSpace || $0 == UInt8(ascii: "=") }) ? FieldName(text) : nil
    }

    /// The option in `--access-key=AKIA…`, an element that holds its value, too.
    private static func ownFlag(_ text: [UInt8]) -> FieldName? {
        guard text.first == UInt8(ascii: "-"), let equals = text.prefix(64).firstIndex(of: UInt8(ascii: "=")) else {
            return nil
        }
        return flag(Array(text[..<equals]))
    }
}
