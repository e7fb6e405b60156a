internal import StructuredText

extension StructuredValue {
    /// The same value with all members in the order of their keys, as an API server prints them.
    var sorted: StructuredValue {
        switch self {
        case .mapping(let members):
            .mapping(members.map { Member($0.key, $0.value.sorted) }.sorted { $0.key < $1.key })
        case .sequence(let elements): .sequence(elements.map(\.sorted))
        default: self
        }
    }

    /// The same mapping with another value under this key.
    func setting(_ key: String, _ value: StructuredValue) -> StructuredValue {
        guard case .mapping(let members) = self else { return self }
        return .mapping(members.filter { $0.key != key } + [Member(key, value)])
    }

    /// About as many bytes as the value takes when it is indented as JSON at a depth.
    func extent(at depth: Int = 2) -> Int {
        switch self {
        case .string(let text): text.utf8.count + 2
        case .mapping(let members):
            members.reduce(4 * depth) { $0 + 4 * depth + $1.key.utf8.count + 10 + $1.value.extent(at: depth + 1) }
        case .sequence(let elements):
            elements.reduce(4 * depth) { $0 + 4 * depth + 6 + $1.extent(at: depth + 1) }
        default: 5
        }
    }

    /// A sequence of texts.
    static func texts(_ texts: [String]) -> StructuredValue { .sequence(texts.map(StructuredValue.string)) }

    /// A mapping of texts to texts.
    static func texts(_ members: [(String, String)]) -> StructuredValue {
        .mapping(members.map { Member($0.0, .string($0.1)) })
    }
}
