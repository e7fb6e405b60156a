import MigrationModel

/// What the containers of a running Pod read of their environment when they started, which never changes until they end.
struct PodProcess: Sendable {
    /// One container.
    struct Container: Sendable {
        var name: String
        var image: String
        /// The access key id of a pair of variables; `nil` for none.
        var key: String?
        /// The role of a web identity; `nil` for none.
        var role: String?
        /// Whether credentials come from the agent on the node.
        var isAssociated: Bool
    }

    /// When its containers started.
    var started: Timestamp
    /// Those that call no cloud included.
    var containers: [Container]
}
