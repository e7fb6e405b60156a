/// A value that is to be written as JSON or YAML, its members in the order in which a person should read them.
///
/// Nothing that is reported has a number with a fraction, which two writers would print differently; objects of a cluster may.
public indirect enum StructuredValue: Hashable, Sendable {
    /// `null` in both syntaxes.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A whole number.
    case integer(Int)
    /// Any other number, by its JSON text: with a fraction, with an exponent, or too large.
    case decimal(String)
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
