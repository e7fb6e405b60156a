public import StructuredText

/// One input, opened and recognised.
public struct OpenedInput {
    /// The input as the user would name it.
    public var name: String
    /// Its bytes, with outer compression and UTF-16 removed.
    public var source: any ByteSource
    /// How to read it; `nil` for a text that is neither JSON nor YAML.
    public var syntax: Syntax?
    /// Bytes that were read to recognise it; they come before those of `source`.
    public var beginning: [UInt8]

    /// Creates an input from its parts.
    public init(name: String, source: any ByteSource, syntax: Syntax?, beginning: [UInt8] = []) {
        self.name = name
        self.source = source
        self.syntax = syntax
        self.beginning = beginning
    }
}
