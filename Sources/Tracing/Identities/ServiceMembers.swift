import MigrationModel

/// The workloads of the input that belong to one service, by their position in the input.
///
/// Positions and not workloads, because each of these has dozens of parts to be counted whenever it is copied.
struct ServiceMembers {
    var service: Service
    /// The object whose template new Pods are made from; `nil` when the input has none.
    var newest: Int?
    /// Pods that have not ended, oldest first.
    var pods: [Int]
}
