/// Who wrote an event: a person at a machine, and the process that did it.
public struct Author: Hashable, Sendable, Codable, CustomStringConvertible {
    /// The login name, or the name that was given on the command line.
    public var user: String
    /// The name of the machine.
    public var host: String
    /// The id of the process on that machine, which tells two runs of one person apart.
    public var process: Int

    /// Creates an author from its parts.
    public init(user: String, host: String, process: Int) {
        self.user = user
        self.host = host
        self.process = process
    }

    /// `ada@ops-1 (process 4711)`.
    public var description: String { "\(user)@\(host) (process \(process))" }
}
