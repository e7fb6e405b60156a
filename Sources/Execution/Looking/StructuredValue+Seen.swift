internal import StructuredText

/// What verifications ask of values that clusters and clouds have answered.
extension StructuredValue {
    /// The text; `nil` for anything else.
    var asText: String? { if case .string(let text) = self { text } else { nil } }
    /// The whole number; `nil` for anything else.
    var asNumber: Int? { if case .integer(let number) = self { number } else { nil } }
    /// The truth value; `nil` for anything else.
    var asTruth: Bool? { if case .bool(let truth) = self { truth } else { nil } }
    /// The elements; none for anything else.
    var asElements: [StructuredValue] { if case .sequence(let elements) = self { elements } else { [] } }
    /// The members; none for anything else.
    var asMembers: [Member] { if case .mapping(let members) = self { members } else { [] } }
    /// Whether it says nothing: `null`, an empty text, list or mapping.
    var isVoid: Bool {
        switch self {
        case .null: true
        case .string(let text): text.isEmpty
        case .sequence(let elements): elements.isEmpty
        case .mapping(let members): members.isEmpty
        case .bool, .integer, .decimal: false
        }
    }

    /// What stands at a JSON pointer ([RFC 6901](https://www.rfc-editor.org/rfc/rfc6901)); the value itself for an empty one.
    func seen(at pointer: String) -> StructuredValue? {
        var value: StructuredValue? = self
        for token in pointer.split(separator: "/") {
            let name = token.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
                .split(separator: "~0", omittingEmptySubsequences: false).joined(separator: "~")
            if case .sequence(let elements)? = value {
                guard let place = Int(name), elements.indices.contains(place) else { return nil }
                value = elements[place]
            } else {
                value = value?[name]
            }
        }
        return value
    }

    /// Whether everything that another value says stands here as well; lists have to be of the same length.
    func holds(_ other: StructuredValue) -> Bool {
        switch (self, other) {
        case (.mapping, .mapping(let members)):
            members.allSatisfy { member in self[member.key].map { $0.holds(member.value) } ?? false }
        case (.sequence(let mine), .sequence(let others)):
            mine.count == others.count && zip(mine, others).allSatisfy { $0.holds($1) }
        default: self == other
        }
    }
}
