extension StructuredValue: ExpressibleByStringLiteral {
    /// A text, as in `["kind": "Secret"]`.
    public init(stringLiteral value: String) { self = .string(value) }
}

extension StructuredValue: ExpressibleByIntegerLiteral {
    /// A whole number.
    public init(integerLiteral value: Int) { self = .integer(value) }
}

extension StructuredValue: ExpressibleByBooleanLiteral {
    /// `true` or `false`.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension StructuredValue: ExpressibleByArrayLiteral {
    /// A sequence of the elements.
    public init(arrayLiteral elements: StructuredValue...) { self = .sequence(elements) }
}

extension StructuredValue: ExpressibleByDictionaryLiteral {
    /// A mapping that keeps the order of the literal.
    public init(dictionaryLiteral elements: (String, StructuredValue)...) {
        self = .mapping(elements.map { Member($0.0, $0.1) })
    }
}
