/// Deletes a key: the point of no return.
public struct DeleteKey: StepAction {
    /// The key.
    public var key: KeyName

    /// Creates the action.
    public init(key: KeyName) { self.key = key }

    /// What it changes.
    public var summary: String { "Delete \(key.id) for good." }
    /// A deleted key does not come back.
    public var undo: String? { nil }
    /// What proves it done.
    public var verifications: [Verification] { [.keyGone] }
    /// What it changes in the world of the proof.
    public var changes: [WorldChange] { [.delete(key)] }
    /// There is none.
    public var reversal: [WorldChange]? { nil }
}
