/// Turns an `Encodable` value into a structured one, which JSON and YAML are written from.
///
/// Members keep the order in which the value encodes them, so the text is the same every time; `nil` members are left out.
public enum StructuredEncoder {
    /// The structured form of a value.
    ///
    /// - Parameter value: anything whose encoding needs no user information.
    /// - Returns: its form.
    /// - Throws: what the value's own `encode(to:)` throws.
    public static func encode(_ value: some Encodable) throws -> StructuredValue { try Slot.filled(with: value).value }

    /// A place that is being filled.
    fileprivate final class Slot {
        /// What stands in a mapping or a sequence; texts and numbers need no place of their own.
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
        var members: [(key: String, content: Content)] = []
        var elements: [Content]?
        var isMapping = false

        var value: StructuredValue {
            if let scalar { return scalar }
            if let elements { return .sequence(elements.map(\.value)) }
            return isMapping ? .mapping(members.map { StructuredValue.Member($0.key, $0.content.value) }) : .null
        }

        /// The form of a value.
        static func filled(with value: some Encodable) throws -> Content {
            if let scalar = scalar(value) { return .value(scalar) }
            let slot = Slot()
            try value.encode(to: SlotEncoder(slot: slot))
            // The order of a dictionary is another one in each run.
            if value is any UnorderedMembers { slot.members.sort { $0.key < $1.key } }
            return .slot(slot)
        }

        private static func scalar(_ value: some Encodable) -> StructuredValue? {
            switch value {
            case let text as String: .string(text)
            case let flag as Bool: .bool(flag)
            case let number as Int: .integer(number)
            case let number as any BinaryInteger: .integer(Int(clamping: number))
            default: nil
            }
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
    }

    fileprivate struct SlotEncoder: Encoder {
        var slot: Slot
        /// Nothing asks for the way to a value: only what is decoded can be wrong.
        var codingPath: [any CodingKey] { [] }
        var userInfo: [CodingUserInfoKey: Any] { [:] }

        func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
            slot.isMapping = true
            return KeyedEncodingContainer(Members<Key>(slot: slot))
        }

        func unkeyedContainer() -> any UnkeyedEncodingContainer {
            slot.elements = slot.elements ?? []
            return Elements(slot: slot)
        }

        func singleValueContainer() -> any SingleValueEncodingContainer { Single(slot: slot) }
    }

    fileprivate struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        var slot: Slot
        var codingPath: [any CodingKey] { [] }

        mutating func encodeNil(forKey key: Key) { slot.members.append((key.stringValue, .value(.null))) }

        mutating func encode(_ value: String, forKey key: Key) {
            slot.members.append((key.stringValue, .value(.string(value))))
        }

        mutating func encode(_ value: Bool, forKey key: Key) {
            slot.members.append((key.stringValue, .value(.bool(value))))
        }

        mutating func encode(_ value: Int, forKey key: Key) {
            slot.members.append((key.stringValue, .value(.integer(value))))
        }

        mutating func encode(_ value: some Encodable, forKey key: Key) throws {
            slot.members.append((key.stringValue, try Slot.filled(with: value)))
        }

        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> {
            encoder(for: key).container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            encoder(for: key).unkeyedContainer()
        }

        mutating func superEncoder() -> any Encoder { SlotEncoder(slot: slot.member("super")) }

        mutating func superEncoder(forKey key: Key) -> any Encoder { encoder(for: key) }

        private func encoder(for key: Key) -> SlotEncoder { SlotEncoder(slot: slot.member(key.stringValue)) }
    }

    fileprivate struct Elements: UnkeyedEncodingContainer {
        var slot: Slot
        var codingPath: [any CodingKey] { [] }
        var count: Int { slot.elements?.count ?? 0 }

        mutating func encodeNil() { slot.elements?.append(.value(.null)) }

        mutating func encode(_ value: String) { slot.elements?.append(.value(.string(value))) }

        mutating func encode(_ value: some Encodable) throws { slot.elements?.append(try Slot.filled(with: value)) }

        mutating func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
            SlotEncoder(slot: slot.element()).container(keyedBy: type)
        }

        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
            SlotEncoder(slot: slot.element()).unkeyedContainer()
        }

        mutating func superEncoder() -> any Encoder { SlotEncoder(slot: slot.element()) }
    }

    fileprivate struct Single: SingleValueEncodingContainer {
        var slot: Slot
        var codingPath: [any CodingKey] { [] }

        func encodeNil() { slot.scalar = .null }

        func encode(_ value: String) { slot.scalar = .string(value) }

        func encode(_ value: some Encodable) throws { slot.scalar = try Slot.filled(with: value).value }
    }
}

/// What encodes its members in no order of its own.
private protocol UnorderedMembers {}

extension Dictionary: UnorderedMembers {}
