/// Deletes the former templates that a controller keeps, so that no rollback brings a key back that is gone.
public struct ForgetRevisions: StepAction {
    /// The workload.
    public var workload: ObjectReference

    /// Creates the action.
    public init(workload: ObjectReference) { self.workload = workload }

    /// What it changes.
    public var summary: String {
        "Delete the revisions that \(workload) keeps and no Pod runs: a rollback to one of them would need the key."
    }
    /// Revisions are made anew by every rollout.
    public var undo: String? {
        "Nothing has to be put back: the undo of the rollout is a patch, and needs no revision."
    }
    /// What proves it done: no Pod of a former template either.
    public var verifications: [Verification] { [.rolledOut, .noReference] }
    /// What it changes in the world of the proof.
    public var changes: [WorldChange] { [.forgetRevisions(workload)] }
    /// Nothing: what a rollback could bring back before is the template that the undo of the rollout brings back as well.
    public var reversal: [WorldChange]? { [] }
}
