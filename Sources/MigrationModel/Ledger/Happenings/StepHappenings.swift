/// A step is being carried out, was carried out, or was undone.
public struct StepRun: Hashable, Sendable, Codable {
    /// The number of the lease under which it is done.
    public var claim: Int
    /// What is done.
    public var deed: Deed
    /// What the world answered; empty before it did.
    public var evidence: [Evidence]

    /// Creates a run from its parts.
    public init(claim: Int, deed: Deed, evidence: [Evidence] = []) {
        self.claim = claim
        self.deed = deed
        self.evidence = evidence
    }
}

/// A step could not be carried out, or undone.
public struct StepFailure: Hashable, Sendable, Codable {
    /// The number of the lease under which it was tried.
    public var claim: Int
    /// What was tried.
    public var deed: Deed
    /// Stable name of the failure.
    public var code: String
    /// What happened, in one sentence without secrets.
    public var reason: String

    /// Creates a failure from its parts.
    public init(claim: Int, deed: Deed, code: String, reason: String) {
        self.claim = claim
        self.deed = deed
        self.code = code
        self.reason = reason
    }
}

/// Somebody looked whether a step is done.
public struct StepCheck: Hashable, Sendable, Codable {
    /// The answer of a verification.
    public enum Result: String, Hashable, Sendable, Codable, CaseIterable {
        /// It holds.
        case satisfied
        /// It does not hold yet, and may without anybody doing more.
        case notYet = "not-yet"
        /// It does not hold, and will not by waiting.
        case violated
        /// It cannot be told from here, which never counts as satisfied.
        case cannotTell = "cannot-tell"
    }

    /// What was looked for.
    public var verification: Verification
    /// What was found.
    public var result: Result
    /// Why, in one sentence.
    public var reason: String
    /// What shows it.
    public var evidence: [Evidence]

    /// Creates a check from its parts.
    public init(verification: Verification, result: Result, reason: String, evidence: [Evidence]) {
        self.verification = verification
        self.result = result
        self.reason = reason
        self.evidence = evidence
    }
}

/// What had been verified holds no longer.
public struct StepRegression: Hashable, Sendable, Codable {
    /// What was verified once.
    public var verification: Verification
    /// What happened as far as it can be seen, and who manages the object, in one sentence.
    public var reason: String
    /// What shows it.
    public var evidence: [Evidence]

    /// Creates a regression from its parts.
    public init(verification: Verification, reason: String, evidence: [Evidence]) {
        self.verification = verification
        self.reason = reason
        self.evidence = evidence
    }
}

/// A gate of prudence was passed before it opened.
public struct GateOverride: Hashable, Sendable, Codable {
    /// The gate.
    public var gate: Gate
    /// Why, in the words of whoever did it.
    public var reason: String

    /// Creates an override from its parts.
    public init(gate: Gate, reason: String) {
        self.gate = gate
        self.reason = reason
    }
}

/// A named person approved a step.
public struct Approval: Hashable, Sendable, Codable {
    /// Who approved, which need not be who wrote it down.
    public var approver: String
    /// What was approved, or why.
    public var reason: String

    /// Creates an approval from its parts.
    public init(approver: String, reason: String) {
        self.approver = approver
        self.reason = reason
    }
}
