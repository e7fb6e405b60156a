import MigrationModel

/// When a family takes a value that is there for set.
enum Emptiness: Sendable {
    /// As soon as it is there, even empty.
    case presence
    /// When it holds at least one character, white space included.
    case nonEmpty
    /// When something is left after white space is trimmed.
    case trimmed

    /// Whether a value of a shape counts.
    func counts(_ shape: ValueShape) -> Bool {
        switch self {
        case .presence: true
        case .nonEmpty: shape != .empty
        case .trimmed: shape == .present
        }
    }
}
