extension MarkdownText {
    /// A sentence in which what stands between two backticks is code.
    ///
    /// A name with a backtick in it moves the marks, and does no other harm: every piece is made harmless by itself.
    static func marked(_ text: String) -> String {
        let pieces = text.split(separator: "`", omittingEmptySubsequences: false).map(String.init)
        guard pieces.count % 2 == 1 else { return prose(text) }
        return pieces.enumerated().map { $0 % 2 == 1 ? code($1) : prose($1) }.joined()
    }
}
