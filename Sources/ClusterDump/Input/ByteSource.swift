public import MigrationModel

/// Bytes that come one after another: a file, a pipe, or another source with a wrapping removed.
public protocol ByteSource: AnyObject {
    /// Waits for bytes and puts them at the start of the buffer.
    ///
    /// - Returns: how many there are; 0 when there will be no more.
    func read(into buffer: UnsafeMutableRawBufferPointer) throws(InputFailure) -> Int
}

/// Why an input could not be read to its end.
///
/// What was read before counts.
public struct InputFailure: Error, Hashable, Sendable {
    /// The stable name of the problem.
    public var code: ProblemCode
    /// What happened, in one sentence.
    public var message: String
    /// What to do next, in one sentence.
    public var advice: String

    /// Creates a failure.
    public init(_ code: ProblemCode, message: String, advice: String) {
        self.code = code
        self.message = message
        self.advice = advice
    }
}
