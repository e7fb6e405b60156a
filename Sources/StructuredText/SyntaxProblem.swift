/// Why a document could not be read to its end.
public struct SyntaxProblem: Error, Hashable, Sendable {
    /// What kind of problem it is.
    public enum Code: String, Hashable, Sendable {
        /// The document ends in the middle.
        case truncated
        /// The grammar is broken.
        case malformed
        /// Bytes that are not UTF-8.
        case invalidUTF8
        /// Collections are nested deeper than ``nestingLimit``.
        case tooDeep
        /// Aliases would expand beyond the limit.
        case aliasExpansion
    }

    /// How deep collections may be nested; encoding/json of Go, and so every API server, stops at the same depth.
    public static let nestingLimit = 10_000

    /// What kind of problem it is.
    public var code: Code
    /// Where reading stopped, in bytes from the start of what the reader was given.
    public var offset: Int
    /// What was expected or found, without any text of the document.
    public var message: String

    /// Creates a problem.
    public init(_ code: Code, at offset: Int, _ message: String) {
        self.code = code
        self.offset = offset
        self.message = message
    }
}
