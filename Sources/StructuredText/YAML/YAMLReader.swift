/// Reads one YAML document.
public struct YAMLReader {
    /// Creates a reader.
    public init() {}

    /// Hands out the document to the visitor; aliases are expanded, up to a limit.
    ///
    /// - Throws: ``SyntaxProblem`` at the first byte that cannot be right; everything before it was handed out.
    public mutating func read(_ bytes: Span<UInt8>, into visitor: any DocumentVisitor) throws(SyntaxProblem) {
        throw SyntaxProblem(.malformed, at: 0, "unimplemented")
    }
}
