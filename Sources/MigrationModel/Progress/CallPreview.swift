/// What a call would do.
public struct CallPreview: Hashable, Sendable {
    /// Whether the world is like this already.
    public var isDone: Bool
    /// The command that a person would type for it; no secret is in it.
    public var words: [String]
    /// What would change, line by line: `- ` for what goes, `+ ` for what comes, two spaces for the rest.
    ///
    /// Literals and entries of
    /// Secrets are left out.
    public var difference: [String]

    /// Creates a preview.
    public init(isDone: Bool, words: [String], difference: [String] = []) {
        self.isDone = isDone
        self.words = words
        self.difference = difference
    }
}
