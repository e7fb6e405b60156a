/// A value that is to be written as JSON or YAML, its members in the order in which a person should read them.
///
/// There is no number with a fraction: nothing that is reported has one, and two writers would print it differently.
public indirect enum StructuredValue: Hashable, Sendable {
    /// `null` in both syntaxes.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// A text, which stays a text for every reader of YAML 1.1 and 1.2.
    case string(String)
    /// Elements in order.
    case sequence([StructuredValue])
    /// Members in order; the writers do not sort them, nor look for duplicates.
    case mapping([Member])

    /// A member of a mapping.
    public struct Member: Hashable, Sendable {
        /// The key's text.
        public var key: String
        /// The value.
        public var value: StructuredValue

        /// Creates a member.
        public init(_ key: String, _ value: StructuredValue) {
            self.key = key
            self.value = value
        }
    }
}
