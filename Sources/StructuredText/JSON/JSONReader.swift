/// Reads one JSON value, strictly by RFC 8259, without building anything.
///
/// A reader keeps its buffers from one document to the next, so one belongs to each worker and nesting level.
public struct JSONReader {
    private var parser = JSONParser<NativeScanning>()

    /// Creates a reader.
    public init() {}

    /// Hands out the document to the visitor.
    ///
    /// Text that is not UTF-8 is handed out as it is, and reported when the rest of the document has been read.
    ///
    /// - Parameters:
    ///   - bytes: the document.
    ///   - noticingDuplicates: whether the visitor wants to hear of keys that come twice, which costs a little.
    ///   - visitor: receives the document.
    /// - Throws: ``SyntaxProblem`` at the first byte that cannot be right; everything before it was handed out.
    public mutating func read(
        _ bytes: Span<UInt8>, noticingDuplicates: Bool = true, into visitor: any DocumentVisitor
    ) throws(SyntaxProblem) {
        try parser.read(bytes, noticingDuplicates: noticingDuplicates, into: visitor)
    }
}
