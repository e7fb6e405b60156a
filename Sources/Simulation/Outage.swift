public import MigrationModel

/// A service that could not do its work.
public struct Outage: Hashable, Sendable {
    /// The workload: `Deployment production/order-api`.
    public var service: String
    /// When it began.
    public var time: Timestamp
    /// What its log would say.
    public var reason: String
}
