/// Turns an `Encodable` value into a structured one, which JSON and YAML are written from.
///
/// Members keep the order in which the value encodes them, so the text is the same every time; `nil` members are left out.
public enum StructuredEncoder {
    /// The structured form of a value.
    ///
    /// - Parameter value: anything whose encoding needs no user information.
    /// - Returns: its form.
    /// - Throws: what the value's own `encode(to:)` throws.
    public static func encode(_ value: some Encodable) throws -> StructuredValue {
        let slot = Slot()
        try value.encode(to: SlotEncoder(slot: slot, path: nil))
        return slot.value
    }

    /// A place that is being filled.
    fileprivate final class Slot {
        /// What is in a place: a scalar needs none of its own.
        enum Content {
            case value(StructuredValue)
            case slot(Slot)

            var value: StructuredValue {
                switch self {
                case .value(let value): value
                case .slot(let slot): slot.value
                }
            }
        }

        var scalar: StructuredValue?
        var members: [(String, Content)] = []
        var elements: [Content]?
        var isMapping = false

        var value: StructuredValue {
            if let scalar { return scalar }
            if let elements { return .sequence(elements.map(\.value)) }
            return isMapping ? .mapping(members.map { StructuredValue.Member($0.0, $0.1.value) }) : .null
        }

        func member(_ key: String) -> Slot {
            let slot = Slot()
            members.append((key, .slot(slot)))
            return slot
        }

        func element() -> Slot {
            let slot = Slot()
            elements?.append(.slot(slot))
            return slot
        }

        /// Fills the place with what a value encodes.
        func fill(with value: some Encodable, at path: NodePath?) throws {
            try value.encode(to: SlotEncoder(slot: self, path: path))
            // The order of a dictionary is another one in each run.
            if members.count > 1, value is any UnorderedMembers { members.sort { $0.0 < $1.0 } }
        }
    }

    fileprivate struct SlotEncoder: Encoder {
        var slot: Slot
        var path: NodePath?
        var codingPath: [any CodingKey] { NodePath.keys(path) }
        var userInfo: [CodingUserInfoKey: Any] { [:] }

        func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
            slot.isMapping = true
            return KeyedEncodingContainer(Members<Key>(slot: slot, path: path))
        }

        func unkeyedContainer() -> any UnkeyedEncodingContainer {
            slot.elements = slot.elements ?? []
            return Elements(slot: slot, path: path)
        }

        func singleValueContainer() -> any SingleValueEncodingContainer { Single(slot: slot, path: path) }
    }

    fileprivate struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        var slot: Slot
        var path: NodePath?
        var codingPath: [any CodingKey] { NodePath.keys(path) }

        mutating func encodeNil(forKey key: Key) { add(.null, key) }
        mutating func encode(_ value: String, forKey key: Key) { add(.string(value), key) }
        mutating func encode(_ value: Bool, forKey key: Key) { add(.bool(value), key) }
        mutating func encode(_ value: Int, forKey key: Key) { add(.integer(value), key) }

        mutating func encode(_ value: some Encodable, forKey key: Key) throws {
            try slot.member(key.stringValue).fill(with: value, at: NodePath(path, key))
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> {
            encoder(for: key).container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            encoder(for: key).unkeyedContainer()
        }

        mutating func superEncoder() -> any Encoder { SlotEncoder(slot: slot.member("super"), path: path) }

        mutating func superEncoder(forKey key: Key) -> any Encoder { encoder(for: key) }

        private func add(_ scalar: StructuredValue, _ key: Key) {
            slot.members.append((key.stringValue, .value(scalar)))
        }

        private func encoder(for key: Key) -> SlotEncoder {
            SlotEncoder(slot: slot.member(key.stringValue), path: NodePath(path, key))
        }
    }

    fileprivate struct Elements: UnkeyedEncodingContainer {
        var slot: Slot
        var path: NodePath?
        var codingPath: [any CodingKey] { NodePath.keys(path) }
        var count: Int { slot.elements?.count ?? 0 }

        mutating func encodeNil() { slot.elements?.append(.value(.null)) }

        mutating func encode(_ value: some Encodable) throws {
            if let text = value as? String {
                slot.elements?.append(.value(.string(text)))
            } else {
                try slot.element().fill(with: value, at: path)
            }
        }

        mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
            SlotEncoder(slot: slot.element(), path: path).container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            SlotEncoder(slot: slot.element(), path: path).unkeyedContainer()
        }

        mutating func superEncoder() -> any Encoder { SlotEncoder(slot: slot.element(), path: path) }
    }

    fileprivate struct Single: SingleValueEncodingContainer {
        var slot: Slot
        var path: NodePath?
        var codingPath: [any CodingKey] { NodePath.keys(path) }

        func encodeNil() { slot.scalar = .null }
        func encode(_ value: String) { slot.scalar = .string(value) }
        func encode(_ value: Bool) { slot.scalar = .bool(value) }
        func encode(_ value: Int) { slot.scalar = .integer(value) }

        func encode(_ value: some Encodable) throws {
            switch value {
            case let text as String: slot.scalar = .string(text)
            case let flag as Bool: slot.scalar = .bool(flag)
            case let number as any BinaryInteger: slot.scalar = .integer(Int(clamping: number))
            default: try slot.fill(with: value, at: path)
            }
        }
    }
}

/// What encodes its members in no order of its own.
private protocol UnorderedMembers {}

extension Dictionary: UnorderedMembers {}
