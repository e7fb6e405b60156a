/// Reads one JSON value, strictly by RFC 8259, without building anything.
public struct JSONReader {
    /// Creates a reader.
    public init() {}

    /// Hands out the document to the visitor.
    ///
    /// - Throws: ``SyntaxProblem`` at the first byte that cannot be right; everything before it was handed out.
    public mutating func read(_ bytes: Span<UInt8>, into visitor: any DocumentVisitor) throws(SyntaxProblem) {
        throw SyntaxProblem(.malformed, at: 0, "unimplemented")
    }
}
