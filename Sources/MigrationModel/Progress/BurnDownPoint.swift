/// How many keys were alive from a moment on.
public struct BurnDownPoint: Hashable, Sendable, Codable {
    /// The moment.
    public var at: Timestamp
    /// Keys that work.
    public var live: Int
    /// Keys that are deactivated and can come back.
    public var inactive: Int
    /// Keys that are gone for good.
    public var deleted: Int

    /// Creates a point.
    public init(at: Timestamp, live: Int, inactive: Int, deleted: Int) {
        self.at = at
        self.live = live
        self.inactive = inactive
        self.deleted = deleted
    }
}
