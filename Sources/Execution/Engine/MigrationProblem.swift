public import MigrationModel
public import StateStore

/// Why a step was not carried out, not undone, or not looked at: what keeps it, and the way on.
public struct MigrationProblem: Error, Hashable, Sendable {
    /// What kind of a problem it is; scripts rely on the names.
    public enum Code: String, Hashable, Sendable, CaseIterable {
        /// The plan has no such step, service or phase.
        case unknownName = "unknown-name"
        /// Gates or other steps are in the way.
        case waiting = "step-waiting"
        /// Somebody else is carrying the step out.
        case held = "step-held"
        /// What it relies on holds no longer.
        case regressed = "step-regressed"
        /// What it relies on could not be looked up, and it must not be done blindly.
        case unseen = "step-unseen"
        /// It cannot be undone any more.
        case irreversible = "step-irreversible"
        /// Steps that build on it have to be undone before.
        case builtUpon = "step-built-upon"
        /// A key has to be named before it is deleted, or another one was named.
        case unconfirmed = "key-unconfirmed"
        /// The gate cannot be passed, or there is none such.
        case gateClosed = "gate-closed"
        /// Only a person or another program can do it.
        case notOurs = "step-not-ours"
        /// The ledger is about another revision of the plan.
        case otherPlan = "plan-other"
        /// The run was interrupted.
        case interrupted
        /// A cluster or a cloud refused, or did not answer.
        case access
        /// The ledger could not be read or written.
        case ledger
    }

    /// The kind.
    public var code: Code
    /// The step that it is about; empty for none.
    public var step: String
    /// What is the matter, in one sentence that is safe to record; it may hold names from a cluster.
    public var message: String
    /// What to do next, in one sentence.
    public var advice: String
    /// What the step waits for.
    public var waits: [StepWait]
    /// What the cluster or cloud said.
    public var access: AccessProblem?
    /// What is wrong with the ledger.
    public var ledger: LedgerProblem?

    /// Creates a problem.
    public init(_ code: Code, step: String = "", _ message: String, advice: String, waits: [StepWait] = []) {
        self.code = code
        self.step = step
        self.message = message
        self.advice = advice
        self.waits = waits
    }

    /// A problem of a cluster or a cloud.
    init(_ problem: AccessProblem, step: String) {
        self.init(.access, step: step, problem.message, advice: problem.advice)
        access = problem
    }

    /// Creates a problem of the ledger.
    ///
    /// - Parameters:
    ///   - problem: what is wrong with it.
    ///   - step: the step that was worked on; empty for none.
    public init(_ problem: LedgerProblem, step: String = "") {
        self.init(.ledger, step: step, "\(problem.file): \(problem.message)", advice: problem.advice)
        ledger = problem
    }
}
