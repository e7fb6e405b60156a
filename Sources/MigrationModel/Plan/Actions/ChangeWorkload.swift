/// Gives all Pods of a service the new identity and takes every static source from them, in one rollout.
public struct ChangeWorkload: StepAction {
    /// How Pods come to the new template.
    public enum Way: String, Hashable, Sendable, Codable, CaseIterable {
        /// The template is patched, and the workload replaces its Pods.
        case patch
        /// The canary has patched the template and holds the other Pods back: the hold is taken away.
        case release
        /// The template is patched, but only Pods that somebody deletes are replaced.
        case deletions
        /// The object cannot be changed: it is made anew.
        case recreation
    }

    /// The workload.
    public var workload: ObjectReference
    /// What changes in its template.
    public var change: TemplateChange
    /// How its Pods come to it.
    public var way: Way
    /// What the canary holds back; `nil` where it holds nothing.
    public var hold: UpdateHold?
    /// What is particular about this workload, in sentences for whoever does the step.
    public var notes: [String]

    /// Creates the action.
    public init(
        workload: ObjectReference, change: TemplateChange, way: Way = .patch, hold: UpdateHold? = nil,
        notes: [String] = []
    ) {
        self.workload = workload
        self.change = change
        self.way = way
        self.hold = hold
        self.notes = notes
    }

    /// What it changes.
    public var summary: String {
        switch way {
        case .patch: "Roll \(workload) out with the new identity and without the key."
        case .release: "Let the other Pods of \(workload) follow the canary, with the new identity and without the key."
        case .deletions:
            "Replace the other Pods of \(workload), one after the other, by Pods with the new identity and without the key."
        case .recreation:
            "Make \(workload) anew with the new identity and without the key; it cannot be changed in place."
        }
    }
    /// Old Pods come back with the key, which is still active.
    public var undo: String? {
        switch way {
        case .patch: "Roll \(workload) out with its former template; the key is still active."
        case .release:
            "Hold \(workload) where it is; undoing the canary as well brings the former template back to every Pod. The key "
                + "is still active."
        case .deletions:
            "Nothing of the object was changed: undo the canary, and delete the new Pods one after the other. The key is "
                + "still active."
        case .recreation: "Make \(workload) anew with its former template; the key is still active."
        }
    }
    /// What proves it done.
    public var verifications: [Verification] { [.rolledOut, .injected, .noStaticSource, .callerIdentity] }
    /// What it changes in the world of the proof.
    public var changes: [WorldChange] { [.edit(workload, .shift(change))] }
    /// What its undo changes there.
    public var reversal: [WorldChange]? { [.revert(workload, .shift(change))] }
}
