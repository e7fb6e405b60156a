/// How a demonstration ended.
public struct DemonstrationEnd: Sendable {
    /// How many days passed in it.
    public var days: Int
    /// How often a service failed.
    public var outages: Int
    /// How many keys are still there.
    public var liveKeys: Int
    /// The files that it leaves, each with what it is.
    public var files: [(path: String, words: String)]
    /// What to run next.
    public var command: [String]

    /// Creates it from its parts.
    public init(days: Int, outages: Int, liveKeys: Int, files: [(path: String, words: String)], command: [String]) {
        self.days = days
        self.outages = outages
        self.liveKeys = liveKeys
        self.files = files
        self.command = command
    }
}
