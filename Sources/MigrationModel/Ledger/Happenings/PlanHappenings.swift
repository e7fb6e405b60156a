/// A plan became the one that is carried out.
public struct PlanAdoption: Hashable, Sendable, Codable {
    /// Its steps, so that a later revision can be compared when the file is gone.
    public var steps: [StepOutline]

    /// Creates an adoption.
    public init(steps: [StepOutline]) { self.steps = steps }
}

/// Another revision took the place of a plan, after its difference was shown and accepted.
public struct PlanRevision: Hashable, Sendable, Codable {
    /// The id of the plan before.
    public var former: String
    /// The steps of the new plan.
    public var steps: [StepOutline]
    /// Steps that were done, or begun, and that the new plan does not have, by id: what they made stays until somebody removes it.
    public var stranded: [String]

    /// Creates a revision from its parts.
    public init(former: String, steps: [StepOutline], stranded: [String]) {
        self.former = former
        self.steps = steps
        self.stranded = stranded
    }
}

/// A step as far as it matters for telling whether another revision means the same by it.
public struct StepOutline: Hashable, Sendable, Codable {
    /// The id of the step.
    public var id: String
    /// SHA-256 of what it does, where, and what proves it done; order and gates do not count.
    public var sha256: String

    /// Creates an outline from its parts.
    public init(id: String, sha256: String) {
        self.id = id
        self.sha256 = sha256
    }
}

/// A person accepted the drafted permissions of an identity.
public struct DraftAcceptance: Hashable, Sendable, Codable {
    /// The identity, by its id in the plan.
    public var identity: String
    /// SHA-256 of the draft that was accepted: another draft is not.
    public var sha256: String

    /// Creates an acceptance from its parts.
    public init(identity: String, sha256: String) {
        self.identity = identity
        self.sha256 = sha256
    }
}

/// Something that a person wrote down.
public struct Note: Hashable, Sendable, Codable {
    /// What it says.
    public var text: String

    /// Creates a note.
    public init(text: String) { self.text = text }
}
