/// Turns a document that ``StructuredEncoder`` made, and a person may have edited, back into a value.
///
/// Strings, numbers, truth values and `null` are told apart by quoting, as a reader of YAML does: `"12"` is a string, `12` is
/// a number, and neither is taken for the other.
public enum StructuredDecoder {
    /// The value of a document.
    ///
    /// - Parameters:
    ///   - type: what to read; its decoding needs no user information and no numbers with fractions.
    ///   - node: the document, as ``TreeBuilder`` makes it.
    /// - Returns: the value; members that it does not know are passed over.
    /// - Throws: ``DecodingProblem`` at the first thing that does not fit, with its path and place.
    public static func decode<Value: Decodable>(
        _ type: Value.Type, from node: Node
    ) throws(DecodingProblem) -> Value {
        do {
            return try NodeDecoder(node: node, codingPath: []).value(type)
        } catch let error as DecodingError {
            throw DecodingProblem(error, in: node)
        } catch {
            throw DecodingProblem(path: "", offset: nil, message: "The document could not be read.")
        }
    }
}

/// One node as the decoder of the value that stands there.
struct NodeDecoder: Decoder {
    var node: Node
    var codingPath: [any CodingKey]
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .mapping(let members) = node else { throw mismatch(type, "a mapping") }
        return KeyedDecodingContainer(MemberContainer<Key>(members, codingPath))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .sequence(let elements) = node else { throw mismatch([String].self, "a sequence") }
        return ElementContainer(elements: elements, codingPath: codingPath)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { ScalarContainer(decoder: self) }

    /// The value that stands here: scalars by their quoting, everything else by its own initializer.
    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == String.self, let text = try string() as? Value { return text }
        if type == Bool.self, let flag = try bool() as? Value { return flag }
        if let integer = type as? any FixedWidthInteger.Type, let number = try number(integer) as? Value {
            return number
        }
        return try Value(from: self)
    }

    /// Whether a plain `null`, in any of the spellings of YAML, stands here.
    var isNull: Bool {
        guard let plain else { return false }
        return plain.isEmpty || plain == "~" || plain.lowercased() == "null"
    }

    private var plain: String? {
        guard case .scalar(let scalar) = node, !scalar.quoted else { return nil }
        return node.text
    }

    private func string() throws -> String {
        guard case .scalar(let scalar) = node, let text = node.text else { throw mismatch(String.self, "a text") }
        guard scalar.quoted || !PlainAmbiguity.isAmbiguous(text) else {
            throw mismatch(String.self, "a text, which here needs quotes")
        }
        guard Array(text.utf8) == scalar.bytes else { throw mismatch(String.self, "a text in UTF-8") }
        return text
    }

    private func bool() throws -> Bool {
        switch plain {
        case "true": return true
        case "false": return false
        default: throw mismatch(Bool.self, "true or false")
        }
    }

    private func number<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
        guard let plain, let number = Number(plain) else { throw mismatch(Int.self, "a whole number") }
        return number
    }

    func mismatch(_ type: Any.Type, _ expected: String) -> DecodingError {
        .typeMismatch(
            type, DecodingError.Context(codingPath: codingPath, debugDescription: "Expected \(expected)."))
    }
}

/// A scalar, or whatever a value wants to read in one piece.
private struct ScalarContainer: SingleValueDecodingContainer {
    var decoder: NodeDecoder
    var codingPath: [any CodingKey] { decoder.codingPath }

    func decodeNil() -> Bool { decoder.isNull }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.value(type) }
}

/// The members of a mapping; of a key that stands there twice, the last counts.
private struct MemberContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let members: [Node.Member]
    private let nodes: [String: Node]
    let codingPath: [any CodingKey]

    init(_ members: [Node.Member], _ codingPath: [any CodingKey]) {
        self.members = members
        self.codingPath = codingPath
        nodes = Dictionary(members.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    }

    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.key) } }
    func contains(_ key: Key) -> Bool { nodes[key.stringValue] != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try decoder(key).isNull }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        try decoder(key).value(type)
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> {
        try decoder(key).container(keyedBy: type)
    }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        NodeDecoder(node: nodes["super"] ?? .mapping([]), codingPath: codingPath)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

    private func decoder(_ key: Key) throws -> NodeDecoder {
        guard let node = nodes[key.stringValue] else {
            throw DecodingError.keyNotFound(
                key, DecodingError.Context(codingPath: codingPath, debugDescription: "It is missing."))
        }
        return NodeDecoder(node: node, codingPath: codingPath + [key])
    }
}

/// The elements of a sequence, one after the other.
private struct ElementContainer: UnkeyedDecodingContainer {
    var elements: [Node]
    var codingPath: [any CodingKey]
    var currentIndex = 0
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    mutating func decodeNil() throws -> Bool {
        guard try decoder().isNull else { return false }
        currentIndex += 1
        return true
    }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let value = try decoder().value(type)
        currentIndex += 1
        return value
    }

    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> {
        let container = try decoder().container(keyedBy: type)
        currentIndex += 1
        return container
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let container = try decoder().unkeyedContainer()
        currentIndex += 1
        return container
    }

    mutating func superDecoder() throws -> any Decoder {
        let decoder = try decoder()
        currentIndex += 1
        return decoder
    }

    private func decoder() throws -> NodeDecoder {
        let path = codingPath + [ElementKey(index: currentIndex)]
        guard elements.indices.contains(currentIndex) else {
            throw DecodingError.valueNotFound(
                Node.self, DecodingError.Context(codingPath: path, debugDescription: "The sequence ends before it."))
        }
        return NodeDecoder(node: elements[currentIndex], codingPath: path)
    }
}

/// The position of an element in a coding path.
private struct ElementKey: CodingKey {
    var index: Int
    var intValue: Int? { index }
    var stringValue: String { String(index) }

    init(index: Int) { self.index = index }
    init?(intValue: Int) { self.init(index: intValue) }
    init?(stringValue: String) { return nil }
}
