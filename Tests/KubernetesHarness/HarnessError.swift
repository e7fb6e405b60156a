/// Why the test server, or a command given to it, did not work.
public struct HarnessError: Error, CustomStringConvertible {
    /// What happened.
    public let description: String

    /// Creates an error.
    public init(_ description: String) {
        self.description = description
    }
}
