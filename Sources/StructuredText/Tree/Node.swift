/// A parsed document, for the few that are worth a tree.
public indirect enum Node: Hashable, Sendable {
    /// Members in document order; duplicate keys are all kept.
    case mapping([Member])
    /// Elements in order.
    case sequence([Node])
    /// A scalar.
    case scalar(Scalar)

    /// A member of a mapping.
    public struct Member: Hashable, Sendable {
        /// The key's text.
        public var key: String
        /// The value.
        public var value: Node

        /// Creates a member.
        public init(key: String, value: Node) {
            self.key = key
            self.value = value
        }
    }

    /// A scalar with its place in the document.
    public struct Scalar: Hashable, Sendable {
        /// The text, escapes resolved; not necessarily UTF-8.
        public var bytes: [UInt8]
        /// Whether it is certainly a string.
        public var quoted: Bool
        /// Where it begins, in bytes from the start of the document.
        public var offset: Int

        /// Creates a scalar.
        public init(bytes: [UInt8], quoted: Bool, offset: Int) {
            self.bytes = bytes
            self.quoted = quoted
            self.offset = offset
        }
    }
}

extension Node {
    /// The value of the last member with this key, which is the one that a reader of Go or Python would take.
    public subscript(key: String) -> Node? {
        guard case .mapping(let members) = self else { return nil }
        return members.last { $0.key == key }?.value
    }

    /// The elements of a sequence; none for anything else.
    public var elements: [Node] {
        guard case .sequence(let elements) = self else { return [] }
        return elements
    }

    /// The members of a mapping; none for anything else.
    public var members: [Member] {
        guard case .mapping(let members) = self else { return [] }
        return members
    }

    /// The text of a scalar, invalid UTF-8 repaired; `nil` for collections.
    public var text: String? {
        guard case .scalar(let scalar) = self else { return nil }
        return String(decoding: scalar.bytes, as: UTF8.self)
    }
}
