internal import StructuredText

/// A part of a document for programs, which is never in memory as a whole.
enum DocumentPart {
    /// A member with its value.
    case member(StructuredValue.Member)
    /// A member with a long list, whose elements are made one at a time.
    case list(String, AnySequence<StructuredValue>)

    /// A member with a value.
    static func member(_ key: String, _ value: StructuredValue) -> DocumentPart { .member(.init(key, value)) }

    /// A member with an element for each of some things.
    static func list<Elements: Sequence>(
        _ key: String, _ elements: Elements, _ document: @escaping (Elements.Element) -> StructuredValue
    ) -> DocumentPart {
        .list(key, AnySequence(elements.lazy.map(document)))
    }
}
