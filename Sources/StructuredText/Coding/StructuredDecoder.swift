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
            return try NodeDecoder(node: node, path: nil).value(type)
        } catch let error as DecodingError {
            throw DecodingProblem(error, in: node)
        } catch {
            throw DecodingProblem(path: "", offset: nil, message: "The document could not be read.")
        }
    }
}

/// The way to a node, written down only where an error wants it.
final class NodePath: Sendable {
    private let parent: NodePath?
    private let key: any CodingKey

    init(_ parent: NodePath?, _ key: any CodingKey) { (self.parent, self.key) = (parent, key) }

    /// The keys from the document to the node.
    static func keys(_ path: NodePath?) -> [any CodingKey] {
        var keys: [any CodingKey] = []
        var place = path
        while let here = place {
            keys.append(here.key)
            place = here.parent
        }
        return keys.reversed()
    }
}

/// One node as the decoder of the value that stands there.
struct NodeDecoder: Decoder {
    var node: Node
    var path: NodePath?
    var codingPath: [any CodingKey] { NodePath.keys(path) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .mapping(let members) = node else { throw mismatch(type, "a mapping") }
        return KeyedDecodingContainer(MemberContainer<Key>(members, path))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        guard case .sequence(let elements) = node else { throw mismatch([String].self, "a sequence") }
        return ElementContainer(elements: elements, path: path)
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { ScalarContainer(decoder: self) }

    /// The value that stands here: scalars by their quoting, everything else by its own initializer.
    func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == String.self, let text = try string() as? Value { return text }
        return try Value(from: self)
    }

    /// A value that is read in one piece.
    fileprivate func scalar<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == String.self, let text = try string() as? Value { return text }
        if type == Bool.self, let flag = try bool() as? Value { return flag }
        if let integer = type as? any FixedWidthInteger.Type, let number = try number(integer) as? Value {
            return number
        }
        return try Value(from: self)
    }

    /// Whether a plain `null`, in any of the spellings of YAML, stands here.
    var isNull: Bool {
        guard case .scalar(let scalar) = node, !scalar.quoted, scalar.bytes.count <= 4 else { return false }
        let text = String(decoding: scalar.bytes, as: UTF8.self)
        return text.isEmpty || text == "~" || text.lowercased() == "null"
    }

    private var plain: String? {
        guard case .scalar(let scalar) = node, !scalar.quoted else { return nil }
        return node.text
    }

    fileprivate func string() throws -> String {
        guard case .scalar(let scalar) = node else { throw mismatch(String.self, "a text") }
        let text = String(validating: scalar.bytes, as: UTF8.self)
        guard scalar.quoted || !PlainAmbiguity.isAmbiguous(text ?? "?") else {
            throw mismatch(String.self, "a text, which here needs quotes")
        }
        guard let text else { throw mismatch(String.self, "a text in UTF-8") }
        return text
    }

    fileprivate func bool() throws -> Bool {
        switch plain {
        case "true": return true
        case "false": return false
        default: throw mismatch(Bool.self, "true or false")
        }
    }

    fileprivate func number<Number: FixedWidthInteger>(_ type: Number.Type) throws -> Number {
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
    func decode(_ type: String.Type) throws -> String { try decoder.string() }
    func decode(_ type: Bool.Type) throws -> Bool { try decoder.bool() }
    func decode(_ type: Int.Type) throws -> Int { try decoder.number(type) }
    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.scalar(type) }
}

/// The members of a mapping; of a key that stands there twice, the last counts.
private struct MemberContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
    /// As many members as are compared with a key one by one: to make a table of them takes longer than to look at them.
    private static var few: Int { 24 }

    private let members: [Node.Member]
    /// The places of the members, where there are many.
    private let places: [String: Int]
    private let path: NodePath?
    var codingPath: [any CodingKey] { NodePath.keys(path) }

    init(_ members: [Node.Member], _ path: NodePath?) {
        self.members = members
        self.path = path
        places =
            members.count > Self.few
            ? Dictionary(members.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { $1 }) : [:]
    }

    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.key) } }
    func contains(_ key: Key) -> Bool { place(key) != nil }
    func decodeNil(forKey key: Key) throws -> Bool { try decoder(key).isNull }
    func decode(_ type: String.Type, forKey key: Key) throws -> String { try decoder(key).string() }
    func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try decoder(key).bool() }
    func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try decoder(key).number(type) }

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
        NodeDecoder(node: place("super").map { members[$0].value } ?? .mapping([]), path: path)
    }

    func superDecoder(forKey key: Key) throws -> any Decoder { try decoder(key) }

    private func place(_ key: Key) -> Int? { place(key.stringValue) }

    private func place(_ key: String) -> Int? {
        members.count > Self.few ? places[key] : members.lastIndex { $0.key == key }
    }

    private func decoder(_ key: Key) throws -> NodeDecoder {
        guard let place = place(key) else {
            throw DecodingError.keyNotFound(
                key, DecodingError.Context(codingPath: codingPath, debugDescription: "It is missing."))
        }
        return NodeDecoder(node: members[place].value, path: NodePath(path, key))
    }
}

/// The elements of a sequence, one after the other.
private struct ElementContainer: UnkeyedDecodingContainer {
    var elements: [Node]
    var path: NodePath?
    var currentIndex = 0
    var codingPath: [any CodingKey] { NodePath.keys(path) }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    init(elements: [Node], path: NodePath?) { (self.elements, self.path) = (elements, path) }

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
        let path = NodePath(path, ElementKey(index: currentIndex))
        guard elements.indices.contains(currentIndex) else {
            throw DecodingError.valueNotFound(
                Node.self,
                DecodingError.Context(
                    codingPath: NodePath.keys(path), debugDescription: "The sequence ends before it."))
        }
        return NodeDecoder(node: elements[currentIndex], path: path)
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
