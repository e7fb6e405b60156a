/// Something that kept a part of the input from being scanned, or that a person should know about it.
public struct Problem: Hashable, Sendable, Encodable {
    /// How much a problem takes away from the scan.
    public enum Severity: String, Hashable, Sendable, Codable {
        /// A part of the input was not scanned: the scan is partial.
        case notScanned = "not-scanned"
        /// Everything was scanned, but something about the input is odd.
        case warning
    }

    /// Stable name of the problem.
    public var code: ProblemCode
    /// The input as the user would name it.
    public var input: String
    /// Line in the input, from 1, where it is known.
    public var line: Int?
    /// Byte offset in the (decompressed) input, from 0, where it is known.
    public var offset: Int?
    /// The object concerned, where it is known.
    public var object: ObjectReference?
    /// What happened, in one sentence without any value from a Secret.
    public var message: String
    /// What to do next, in one sentence.
    public var advice: String

    /// Creates a problem from its parts.
    public init(
        _ code: ProblemCode, input: String, line: Int? = nil, offset: Int? = nil, object: ObjectReference? = nil,
        message: String, advice: String
    ) {
        self.code = code
        self.input = input
        self.line = line
        self.offset = offset
        self.object = object
        self.message = message
        self.advice = advice
    }

    /// Whether the problem makes the scan partial.
    public var severity: Severity { code.severity }
}
