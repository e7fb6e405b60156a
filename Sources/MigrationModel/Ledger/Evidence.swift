/// What shows that something holds: where it was looked up, when, and what was seen there.
public struct Evidence: Hashable, Sendable, Codable {
    /// Where it was looked up: `kubectl --context prod-eu get pods -n production`, `dump monday.json`.
    public var source: String
    /// As of when the source speaks: for a dump the time at which it was made, not the one at which it was read.
    public var time: Timestamp
    /// What was seen, in one sentence without any value of a Secret.
    public var statement: String
    /// SHA-256 of the whole answer, in hexadecimal digits, for whoever kept it; `nil` when it was not kept.
    public var sha256: String?

    /// Creates evidence from its parts.
    public init(source: String, time: Timestamp, statement: String, sha256: String? = nil) {
        self.source = source
        self.time = time
        self.statement = statement
        self.sha256 = sha256
    }
}
