/// Deletes the former revisions of a workload that still name the key, so that no rollback brings it back.
///
/// A Deployment keeps ten ReplicaSets unless told otherwise, a StatefulSet or DaemonSet ten ControllerRevisions
/// ([revisionHistoryLimit](https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#clean-up-policy)).
public struct ForgetRevisions: StepAction {
    /// The workload.
    public var workload: ObjectReference
    /// The Secrets and ConfigMaps that the revisions refer to.
    public var carriers: [ObjectReference]
    /// Annotations of the workload that repeat a key which stood in its template, and go as well.
    public var annotations: [String]

    /// Creates the action.
    public init(workload: ObjectReference, carriers: [ObjectReference], annotations: [String] = []) {
        self.workload = workload
        self.carriers = carriers
        self.annotations = annotations
    }

    /// What it changes.
    public var summary: String {
        workload.kind == "CronJob"
            ? "Remove what repeats the former template of \(workload), which keeps no revisions."
            : "Delete the former revisions of \(workload) that need the key; no Pod is of them any more."
    }
    /// The template that runs stays as it is.
    public var undo: String? {
        "Nothing has to come back: no Pod is touched, and the undo of the rollout is a patch that needs no revision."
    }
    /// What proves it done: no Pod of a former revision either, as somebody may have rolled back in between.
    public var verifications: [Verification] { [.rolledOut, .noReference] }
    /// What it changes in the world of the proof.
    public var changes: [WorldChange] { [.forgetRevisions(workload)] }
    /// Nothing: what a rollback could bring back before is the template that the undo of the rollout brings back as well.
    public var reversal: [WorldChange]? { [] }
}
