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
        try value.encode(to: SlotEncoder(slot: slot, codingPath: []))
        return slot.value
    }

    /// A place that is being filled.
    fileprivate final class Slot {
        var scalar: StructuredValue?
        var members: [(String, Slot)] = []
        var elements: [Slot]?
        var isMapping = false

        var value: StructuredValue {
            if let scalar { return scalar }
            if let elements { return .sequence(elements.map(\.value)) }
            return isMapping ? .mapping(members.map { StructuredValue.Member($0.0, $0.1.value) }) : .null
        }

        func member(_ key: String) -> Slot {
            let slot = Slot()
            members.append((key, slot))
            return slot
        }

        func element() -> Slot {
            let slot = Slot()
            elements?.append(slot)
            return slot
        }
    }

    fileprivate struct SlotEncoder: Encoder {
        var slot: Slot
        var codingPath: [any CodingKey]
        var userInfo: [CodingUserInfoKey: Any] { [:] }

        func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
            slot.isMapping = true
            return KeyedEncodingContainer(Members<Key>(slot: slot, codingPath: codingPath))
        }

        func unkeyedContainer() -> any UnkeyedEncodingContainer {
            slot.elements = slot.elements ?? []
            return Elements(slot: slot, codingPath: codingPath)
        }

        func singleValueContainer() -> any SingleValueEncodingContainer { Single(slot: slot, codingPath: codingPath) }
    }

    fileprivate struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        var slot: Slot
        var codingPath: [any CodingKey]

        mutating func encodeNil(forKey key: Key) { slot.member(key.stringValue).scalar = .null }

        mutating func encode(_ value: some Encodable, forKey key: Key) throws {
            try Single(slot: slot.member(key.stringValue), codingPath: codingPath + [key]).encode(value)
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> {
            encoder(for: key).container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            encoder(for: key).unkeyedContainer()
        }

        mutating func superEncoder() -> any Encoder {
            SlotEncoder(slot: slot.member("super"), codingPath: codingPath)
        }

        mutating func superEncoder(forKey key: Key) -> any Encoder { encoder(for: key) }

        private func encoder(for key: Key) -> SlotEncoder {
            SlotEncoder(slot: slot.member(key.stringValue), codingPath: codingPath + [key])
        }
    }

    fileprivate struct Elements: UnkeyedEncodingContainer {
        var slot: Slot
        var codingPath: [any CodingKey]
        var count: Int { slot.elements?.count ?? 0 }

        mutating func encodeNil() { slot.element().scalar = .null }

        mutating func encode(_ value: some Encodable) throws {
            try Single(slot: slot.element(), codingPath: codingPath).encode(value)
        }

        mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
            SlotEncoder(slot: slot.element(), codingPath: codingPath).container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            SlotEncoder(slot: slot.element(), codingPath: codingPath).unkeyedContainer()
        }

        mutating func superEncoder() -> any Encoder { SlotEncoder(slot: slot.element(), codingPath: codingPath) }
    }

    fileprivate struct Single: SingleValueEncodingContainer {
        var slot: Slot
        var codingPath: [any CodingKey]

        func encodeNil() { slot.scalar = .null }

        func encode(_ value: some Encodable) throws {
            switch value {
            case let text as String: slot.scalar = .string(text)
            case let flag as Bool: slot.scalar = .bool(flag)
            case let number as any BinaryInteger: slot.scalar = .integer(Int(clamping: number))
            default:
                try value.encode(to: SlotEncoder(slot: slot, codingPath: codingPath))
                // The order of a dictionary is another one in each run.
                if value is any UnorderedMembers { slot.members.sort { $0.0 < $1.0 } }
            }
        }
    }
}

/// What encodes its members in no order of its own.
private protocol UnorderedMembers {}

extension Dictionary: UnorderedMembers {}
