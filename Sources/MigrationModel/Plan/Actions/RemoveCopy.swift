/// Deletes the copy of a carrier that was kept for the undo of its removal, when its key is gone.
public struct RemoveCopy: StepAction {
    /// The object that was removed.
    public var carrier: ObjectReference
    /// The Secret that keeps it, in the same namespace.
    public var copy: String

    /// Creates the action.
    public init(carrier: ObjectReference, copy: String) {
        self.carrier = carrier
        self.copy = copy
    }

    /// What it changes.
    public var summary: String { "Delete the copy of \(carrier) that was kept for its undo; the key in it is gone." }
    /// A key that is deleted opens nothing, so a copy of it is of no use.
    public var undo: String? { "Nothing has to come back: the key in the copy is deleted." }
    /// What proves it done.
    public var verifications: [Verification] { [.carrierGone] }
    /// What it changes in the world of the proof.
    public var changes: [WorldChange] { [.dropCopy(carrier)] }
    /// Nothing comes back.
    public var reversal: [WorldChange]? { [] }
}
