/// What a run tells while it is at work, for whoever watches.
public enum MigrationNews: Hashable, Sendable {
    /// A step begins.
    case began(step: String)
    /// A call is made: the command that a person would type.
    case calling([String])
    /// What the call found, or did.
    case called(Deed)
    /// What is waited for.
    case waiting(String)
    /// Something that proves a step done was looked at.
    case checked(step: String, StepCheck)
    /// A step ended.
    case ended(step: String, StepOutcome)
}

/// How the carrying out of a step ended.
public enum StepOutcome: Hashable, Sendable {
    /// It was carried out, or had been, and everything that proves it was seen.
    case done
    /// It was carried out, and something that proves it is not there yet, or cannot be told from here.
    case unproven([StepCheck])
    /// Somebody else has to act first; the files of the plan that say what.
    case awaited([String])
    /// It was undone.
    case undone
}
