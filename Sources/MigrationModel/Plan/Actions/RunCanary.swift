/// Starts one Pod of a service with the federated identity and without the static sources, beside the others.
public struct RunCanary: StepAction {
    /// How one Pod of a kind of workload is changed without the others.
    public enum Form: String, Hashable, Sendable, Codable, CaseIterable {
        /// A Deployment of one replica under the same labels, which receives a share of the traffic.
        case twin
        /// A StatefulSet whose `partition` lets only the last Pod be replaced.
        case partition
        /// A DaemonSet with strategy OnDelete, of which one Pod is deleted.
        case oneNode = "one-node"
        /// A Job from the template of a CronJob or Job.
        case manualJob = "manual-job"
        /// A single Pod from the template, of a kind that has no better way.
        case copy
    }

    /// The workload.
    public var workload: ObjectReference
    /// How it is done.
    public var form: Form
    /// What the canary's template has changed; the rollout makes the same change.
    public var change: TemplateChange

    /// Creates the action.
    public init(workload: ObjectReference, form: Form, change: TemplateChange) {
        self.workload = workload
        self.form = form
        self.change = change
    }

    /// What it changes.
    public var summary: String {
        switch form {
        case .twin:
            "Start one Pod beside \(workload), under the same labels, with the new identity and without the key."
        case .partition: "Replace the last Pod of \(workload) by one with the new identity and without the key."
        case .oneNode: "Replace the Pod of \(workload) on one node by one with the new identity and without the key."
        case .manualJob: "Run one Job from the template of \(workload) with the new identity and without the key."
        case .copy: "Start one copy of \(workload) with the new identity and without the key."
        }
    }
    /// The canary goes; everything else was left as it is.
    public var undo: String? { "Remove the canary of \(workload)." }
    /// What proves it done.
    public var verifications: [Verification] { [.injected, .noStaticSource, .callerIdentity] }
    /// What it changes in the world of the proof.
    public var changes: [WorldChange] { [.startCanary(workload, .shift(change))] }
    /// What its undo changes there.
    public var reversal: [WorldChange]? { [.stopCanary(workload)] }
}

/// Ends what ``RunCanary`` started, when the rollout has replaced it.
public struct RemoveCanary: StepAction {
    /// The workload.
    public var workload: ObjectReference
    /// How the canary was made.
    public var form: RunCanary.Form

    /// Creates the action.
    public init(workload: ObjectReference, form: RunCanary.Form) {
        self.workload = workload
        self.form = form
    }

    /// What it changes.
    public var summary: String { "Remove the canary of \(workload); its Pods have replaced it." }
    /// The canary can be started again.
    public var undo: String? { "Start the canary of \(workload) again." }
    /// What proves it done.
    public var verifications: [Verification] { [.rolledOut] }
    /// What it changes in the world of the proof.
    public var changes: [WorldChange] { [.stopCanary(workload)] }
    /// A canary that ended proves nothing any more, and disturbs nothing: it is not started again.
    public var reversal: [WorldChange]? { [] }
}
