/// Why something that looks like a key id is none.
public enum LookAlike: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// Published in a vendor's documentation.
    case documentation
    /// Stands for a key that a person is to fill in.
    case placeholder
    /// A template expression that yields a key only when rendered.
    case template
    /// Letters of the right alphabet that spell words.
    case word
    /// Characters that the id's alphabet does not have.
    case alphabet
    /// A part of a longer token.
    case partOfToken = "part-of-token"

    /// Orders alphabetically, as reports list them.
    public static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
