/// What looking again has shown.
public struct MigrationReview: Hashable, Sendable {
    /// How many steps were looked at.
    public var looked = 0
    /// What holds no longer, by step.
    public var regressed: [Finding] = []
    /// What was seen for the first time to hold.
    public var proven: [Finding] = []
    /// What could not be looked up.
    public var unseen: [Finding] = []

    /// Creates a review of nothing.
    public init() {}

    /// One answer.
    public struct Finding: Hashable, Sendable {
        /// The step.
        public var step: String
        /// The answer.
        public var check: StepCheck

        /// Creates a finding.
        public init(step: String, check: StepCheck) {
            self.step = step
            self.check = check
        }
    }
}
