public import StructuredText

/// Where the bytes of one document of an input are, before anybody parsed them.
///
/// A document is one Kubernetes object (an item of a List, a line, a YAML document), or one file of another sort.
public struct RawDocument: Hashable, Sendable {
    /// The input as the user would name it.
    public var input: String
    /// How to read it; `nil` for a text that is neither JSON nor YAML.
    public var syntax: Syntax?
    /// Whether it is one item of a YAML list, which begins with its dash.
    public var isItem: Bool
    /// Byte offset of the document in the (decompressed) input.
    public var offset: Int
    /// Line of the document's first byte, from 1.
    public var line: Int
    /// `apiVersion` and `kind` that a typed list (`SecretList`) gives to items that do not repeat them.
    public var inherited: InheritedType?

    /// Type that items of a typed list have without saying so.
    public struct InheritedType: Hashable, Sendable {
        /// Group and version of the list.
        public var apiVersion: String
        /// Kind of the list without its `List` ending.
        public var kind: String
    }
}
