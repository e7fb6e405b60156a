/// How a step is carried out and undone, call by call, exactly enough for a machine.
///
/// Runbooks say the same in commands that a person can type. What calls send is derived from the plan alone.
public struct StepProcedure: Hashable, Sendable {
    /// What carries it out, in order; empty where only a person can.
    public var apply: [Call]
    /// What undoes it, in order; empty where nothing has to be undone, or only a person can.
    public var undo: [Call]
    /// The files of the plan's folder that say the same, for whoever merges or applies them instead.
    public var files: [String]
    /// The files that undo it.
    public var undoFiles: [String]
    /// What a person has to do that no call can, in sentences.
    public var byHand: [String]
    /// Whether undoing leaves alone what was there before the step, which others may rely on.
    public var keepsWhatItFound: Bool

    /// Creates a procedure from its parts.
    public init(
        apply: [Call] = [], undo: [Call] = [], files: [String] = [], undoFiles: [String] = [], byHand: [String] = [],
        keepsWhatItFound: Bool = false
    ) {
        self.apply = apply
        self.undo = undo
        self.files = files
        self.undoFiles = undoFiles
        self.byHand = byHand
        self.keepsWhatItFound = keepsWhatItFound
    }
}

/// Says how each step of one plan is carried out, and what its identities have to look like.
public protocol PlanProcedures: Sendable {
    /// How a step is carried out and undone.
    func procedure(of step: Step) -> StepProcedure
    /// What the identity with this id in the plan has to look like; `nil` where the plan has none.
    func documents(ofIdentity id: String) -> IdentityDocuments?
}
