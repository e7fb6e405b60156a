/// The first version of an SDK family that knows a mechanism.
///
/// An older one does not fail: it passes over the mechanism and ends up with whatever comes next, such as the role of the node.
public struct MinimumVersion: Hashable, Sendable {
    /// The family, by id.
    public var family: String
    /// The mechanism.
    public var mechanism: Mechanism
    /// The version as its vendor writes it: `1.34.41`, `release-2023-11-14`.
    public var version: String

    /// Creates a minimum from its parts.
    public init(family: String, mechanism: Mechanism, version: String) {
        self.family = family
        self.mechanism = mechanism
        self.version = version
    }
}
