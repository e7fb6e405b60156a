/// A gate that was passed with a reason.
public struct OverrideRecord: Hashable, Sendable, Codable {
    /// The step.
    public var step: String
    /// The gate.
    public var gate: Gate
    /// The reason.
    public var reason: String
    /// Who.
    public var by: Author
    /// When.
    public var at: Timestamp

    /// Creates a record.
    public init(step: String, gate: Gate, reason: String, by: Author, at: Timestamp) {
        self.step = step
        self.gate = gate
        self.reason = reason
        self.by = by
        self.at = at
    }
}
