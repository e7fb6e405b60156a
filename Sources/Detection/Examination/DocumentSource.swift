public import MigrationModel
public import StructuredText

/// Where a document comes from and how it is to be read.
public struct DocumentSource: Hashable, Sendable {
    /// The input as the user would name it.
    public var input: String
    /// How to read it; `nil` for a plain text.
    public var syntax: Syntax?
    /// Whether a YAML document is one item of a list, with its dash.
    public var isItem: Bool
    /// Byte offset of the document in the input.
    public var offset: Int
    /// Line of the document's first byte, from 1.
    public var line: Int
    /// `apiVersion` of the object if it does not say itself.
    public var apiVersion: String
    /// `kind` of the object if it does not say itself.
    public var kind: String

    /// Creates a source from its parts.
    public init(
        input: String, syntax: Syntax?, isItem: Bool = false, offset: Int = 0, line: Int = 1, apiVersion: String = "",
        kind: String = ""
    ) {
        self.input = input
        self.syntax = syntax
        self.isItem = isItem
        self.offset = offset
        self.line = line
        self.apiVersion = apiVersion
        self.kind = kind
    }
}

/// What one document holds.
public struct Examination: Hashable, Sendable {
    /// The keys seen in it.
    public var sightings: [Sighting] = []
    /// The objects in which keys were seen.
    public var carriers: [ObjectDescription] = []
    /// What looked like a key and is none, by reason.
    public var lookAlikes: [LookAlike: Int] = [:]
    /// What could not be read, and what is odd.
    public var problems: [Problem] = []

    /// Creates the result of a document in which nothing was found.
    public init() {}
}

extension Examination {
    /// Adds what another document holds.
    public mutating func append(_ other: Examination) {
        sightings += other.sightings
        carriers += other.carriers
        lookAlikes.merge(other.lookAlikes, uniquingKeysWith: +)
        problems += other.problems
    }
}
