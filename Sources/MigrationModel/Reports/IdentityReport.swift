/// The inventory of the identities of one or more clusters.
public struct IdentityReport: Hashable, Sendable {
    /// When it was made, RFC 3339 in UTC.
    public var generated: String
    /// What was read.
    public var inputs: [ScannedInput]
    /// One record for each ServiceAccount, ordered by input, namespace and name.
    public var records: [IdentityRecord]
    /// What will surprise somebody.
    public var findings: [IdentityFinding]
    /// What could not be read, and what is odd.
    public var problems: [Problem]

    /// Creates a report from its parts.
    public init(
        generated: String, inputs: [ScannedInput], records: [IdentityRecord], findings: [IdentityFinding] = [],
        problems: [Problem] = []
    ) {
        self.generated = generated
        self.inputs = inputs
        self.records = records
        self.findings = findings
        self.problems = problems
    }

    /// Whether a part of the input was not read.
    public var isPartial: Bool { problems.contains { $0.severity == .notScanned } }
}
