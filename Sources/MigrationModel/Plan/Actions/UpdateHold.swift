/// How all Pods but one are kept at the former template while the template has changed already.
///
/// A [partition](https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#partitions) of a StatefulSet, or the
/// strategy OnDelete of a [DaemonSet](https://kubernetes.io/docs/tasks/manage-daemon/update-daemon-set/).
public struct UpdateHold: Hashable, Sendable, Codable {
    /// `spec.updateStrategy` while it is held, as JSON.
    public var held: String
    /// `spec.updateStrategy` before and after, as JSON; empty where the object had none.
    public var former: String

    /// Creates a hold.
    public init(held: String, former: String) {
        self.held = held
        self.former = former
    }
}
