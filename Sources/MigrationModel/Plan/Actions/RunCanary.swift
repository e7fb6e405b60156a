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
    /// The object that is made for it, in the namespace of the workload; empty for forms that make none.
    public var name: String
    /// What keeps the other Pods at the former template; `nil` where nothing has to.
    public var hold: UpdateHold?
    /// The Pod that is deleted so that it comes back with the new template; empty where that happens by itself or is a choice.
    public var pod: String
    /// Labels of the template that belong to the workload's own Pods and must not be on those of a copy.
    public var ownLabels: [String]
    /// Whether the template has any labels.
    public var hasLabels: Bool
    /// Whether the workload is bound to a node of its own, which a copy must not be.
    public var isPlaced: Bool

    /// Creates the action.
    public init(
        workload: ObjectReference, form: Form, change: TemplateChange, name: String = "", hold: UpdateHold? = nil,
        pod: String = "", ownLabels: [String] = [], hasLabels: Bool = true, isPlaced: Bool = false
    ) {
        self.workload = workload
        self.form = form
        self.change = change
        self.name = name
        self.hold = hold
        self.pod = pod
        self.ownLabels = ownLabels
        self.hasLabels = hasLabels
        self.isPlaced = isPlaced
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
    public var undo: String? {
        switch form {
        case .twin, .manualJob, .copy: "Remove the canary of \(workload); the workload itself was not touched."
        case .partition, .oneNode: "Put the former template of \(workload) back; its Pods come back with the key."
        }
    }
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
    /// The object that was made for it.
    public var name: String

    /// Creates the action.
    public init(workload: ObjectReference, form: RunCanary.Form, name: String = "") {
        self.workload = workload
        self.form = form
        self.name = name
    }

    /// What it changes.
    public var summary: String { "Remove the canary of \(workload); its Pods have replaced it." }
    /// The canary can be started again.
    public var undo: String? { "Nothing has to come back: the Pods of \(workload) are what the canary was." }
    /// What proves it done.
    public var verifications: [Verification] { [.rolledOut] }
    /// What it changes in the world of the proof.
    public var changes: [WorldChange] { [.stopCanary(workload)] }
    /// A canary that ended proves nothing any more, and disturbs nothing: it is not started again.
    public var reversal: [WorldChange]? { [] }
}
