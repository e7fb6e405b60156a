/// How sure it is that a sighting is a credential, and by what.
public enum Confidence: String, Hashable, Sendable, Codable, CaseIterable, Comparable {
    /// The id stands alone in a text.
    case bare
    /// The field it stands in is named like a credential.
    case named
    /// Its secret half stands beside it.
    case paired

    /// Orders from the least to the most certain.
    public static func < (left: Self, right: Self) -> Bool {
        rank(left) < rank(right)
    }

    private static func rank(_ confidence: Confidence) -> Int {
        switch confidence {
        case .bare: 0
        case .named: 1
        case .paired: 2
        }
    }
}
