/// What a step would change, and how.
public struct StepPreview: Hashable, Sendable {
    /// The step.
    public var step: Step
    /// What each call would change; empty where somebody else acts.
    public var calls: [CallPreview]
    /// The files of the plan that say what somebody else has to do.
    public var files: [String]
    /// What only a person can do, in sentences.
    public var byHand: [String]
    /// Why it could not be looked up what would change; empty when it could.
    public var obstacle: String

    /// Creates a preview from its parts.
    public init(
        step: Step, calls: [CallPreview] = [], files: [String] = [], byHand: [String] = [], obstacle: String = ""
    ) {
        self.step = step
        self.calls = calls
        self.files = files
        self.byHand = byHand
        self.obstacle = obstacle
    }
}
