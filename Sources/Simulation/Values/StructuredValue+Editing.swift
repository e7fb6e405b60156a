internal import StructuredText

extension StructuredValue {
    /// The value at a path of members and indices; `nil` where there is none.
    func at(_ path: String...) -> StructuredValue? { at(path[...]) }

    /// The value at a path of members and indices; `nil` where there is none.
    func at(_ path: ArraySlice<String>) -> StructuredValue? {
        guard let first = path.first else { return self }
        switch self {
        case .mapping(let members): return members.first { $0.key == first }?.value.at(path.dropFirst())
        case .sequence(let elements):
            guard let index = Int(first), elements.indices.contains(index) else { return nil }
            return elements[index].at(path.dropFirst())
        default: return nil
        }
    }

    /// Sets a value, or removes it with `nil`, making the mappings on the way.
    mutating func set(_ value: StructuredValue?, at path: String...) { set(value, at: path[...]) }

    /// Sets a value, or removes it with `nil`, making the mappings on the way.
    mutating func set(_ value: StructuredValue?, at path: ArraySlice<String>) {
        guard let first = path.first else { return self = value ?? .null }
        if case .sequence(var elements) = self {
            guard let index = Int(first), elements.indices.contains(index) else { return }
            if path.count == 1, value == nil {
                elements.remove(at: index)
            } else {
                elements[index].set(value, at: path.dropFirst())
            }
            return self = .sequence(elements)
        }
        var members = members
        let index = members.firstIndex { $0.key == first }
        if path.count == 1 {
            switch (index, value) {
            case (let index?, let value?): members[index].value = value
            case (let index?, nil): members.remove(at: index)
            case (nil, let value?): members.append(Member(first, value))
            case (nil, nil): break
            }
        } else if let index {
            members[index].value.set(value, at: path.dropFirst())
        } else if value != nil {
            var child = StructuredValue.mapping([])
            child.set(value, at: path.dropFirst())
            members.append(Member(first, child))
        }
        self = .mapping(members)
    }

    /// The members of a mapping; none for anything else.
    var members: [Member] { if case .mapping(let members) = self { members } else { [] } }
    /// The elements of a sequence; none for anything else.
    var elements: [StructuredValue] { if case .sequence(let elements) = self { elements } else { [] } }
    /// A text; `nil` for anything else.
    var text: String? { if case .string(let text) = self { text } else { nil } }
    /// A whole number; `nil` for anything else.
    var number: Int? { if case .integer(let number) = self { number } else { nil } }

    /// The texts of a mapping, by key: labels, annotations, entries.
    var texts: [String: String] {
        Dictionary(
            members.compactMap { member in member.value.text.map { (member.key, $0) } },
            uniquingKeysWith: { _, last in last })
    }

    /// A mapping of texts, ordered by key.
    init(texts: [String: String]) {
        self = .mapping(texts.sorted { $0.key < $1.key }.map { Member($0.key, .string($0.value)) })
    }

    /// The same with the members of every mapping ordered by key, as kubectl prints objects.
    var sorted: StructuredValue {
        switch self {
        case .mapping(let members):
            .mapping(members.map { Member($0.key, $0.value.sorted) }.sorted { $0.key < $1.key })
        case .sequence(let elements): .sequence(elements.map(\.sorted))
        default: self
        }
    }
}
