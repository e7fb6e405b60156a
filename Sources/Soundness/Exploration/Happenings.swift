/// What may happen besides the steps of a plan; all of it in every proof.
///
/// Tests leave one out to show of a plan that it is broken by nothing else.
struct Happenings: OptionSet, Sendable {
    var rawValue: UInt8

    /// A step, or its undo, breaks off between two calls.
    static let breakingOff = Happenings(rawValue: 1)
    /// A step is tried again from its first call.
    static let repetitions = Happenings(rawValue: 2)
    /// A step is undone.
    static let undos = Happenings(rawValue: 4)
    /// A rollout stops half way, so that Pods of both templates run.
    static let halfRollouts = Happenings(rawValue: 8)
    /// Pods are created anew and containers restart at any time.
    static let restarts = Happenings(rawValue: 16)
    /// Somebody rolls a workload back to a revision that is kept.
    static let rollbacks = Happenings(rawValue: 32)
    /// The owner of a workload puts back what its source says.
    static let owners = Happenings(rawValue: 64)
    /// What was written is not in force everywhere for a while.
    static let delays = Happenings(rawValue: 128)

    static let all = Happenings(rawValue: 255)
}
