/// Everything that one scan found, as a value.
public struct ScanReport: Hashable, Sendable {
    /// When the scan was made, RFC 3339 in UTC.
    public var generated: String
    /// What was read.
    public var inputs: [ScannedInput]
    /// The keys, ordered by kind and id.
    public var keys: [StaticKey]
    /// How many look-alikes were set aside, by reason.
    public var lookAlikes: [LookAlike: Int]
    /// What could not be scanned, and what is odd.
    public var problems: [Problem]
    /// Who receives the keys, and which identities the containers use.
    public var trace: Trace
    /// Allowlist entries whose day has passed; they cover nothing any more.
    public var expiredAllowances: [Allowance]
    /// Allowlist entries that matched nothing.
    public var unusedAllowances: [Allowance]

    /// Creates a report from its parts.
    public init(
        generated: String, inputs: [ScannedInput], keys: [StaticKey], lookAlikes: [LookAlike: Int] = [:],
        problems: [Problem] = [], trace: Trace = Trace(), expiredAllowances: [Allowance] = [],
        unusedAllowances: [Allowance] = []
    ) {
        self.generated = generated
        self.inputs = inputs
        self.keys = keys
        self.lookAlikes = lookAlikes
        self.problems = problems
        self.trace = trace
        self.expiredAllowances = expiredAllowances
        self.unusedAllowances = unusedAllowances
    }

    /// Whether a part of the input was not scanned.
    public var isPartial: Bool { problems.contains { $0.severity == .notScanned } }
    /// The keys that no allowance covers; these decide the exit status.
    public var openKeys: [StaticKey] { keys.filter { $0.allowed == nil } }
}

/// One input of a scan and how much of it there was.
public struct ScannedInput: Hashable, Sendable, Codable {
    /// The input as the user would name it.
    public var name: String
    /// Bytes read, after decompression.
    public var bytes: Int
    /// Kubernetes objects and other documents read.
    public var objects: Int

    /// Creates an input from its parts.
    public init(name: String, bytes: Int, objects: Int) {
        self.name = name
        self.bytes = bytes
        self.objects = objects
    }
}
