/// Where a step stands, as one word.
public enum StepStanding: String, Hashable, Sendable, Codable, CaseIterable {
    /// It was carried out, and everything that proves it done was seen to hold.
    case done
    /// It may run now.
    case ready
    /// It was carried out, and something that proves it done was not yet seen.
    case verifying
    /// Somebody is carrying it out, or was stopped while doing so.
    case running
    /// It could not be carried out.
    case failed
    /// What had been verified holds no longer.
    case regressed
    /// Only time has to pass.
    case waiting
    /// A person has to say or do something first.
    case asking
    /// Other steps have to be done first.
    case blocked
}

/// One thing that a step waits for.
public struct StepWait: Hashable, Sendable, Codable {
    /// What kind of thing it is.
    public enum Kind: String, Hashable, Sendable, Codable, CaseIterable {
        /// Another step.
        case step
        /// Hours in which the service has to run well.
        case soak
        /// Days in which nobody may use the key.
        case quiet
        /// Time in which everything that runs rarely has run once.
        case schedule
        /// Seconds until what was written is in force.
        case propagation
        /// Permissions that a person has to accept.
        case draft
        /// The approval of a person.
        case approval
        /// Another run that holds the step.
        case lease
    }

    /// What kind of thing it is.
    public var kind: Kind
    /// What it waits for, in one sentence.
    public var reason: String
    /// When the wait is over by itself; `nil` when it is not known yet, or never by itself.
    public var until: Timestamp?
    /// The steps, by id, that it waits for; empty for other kinds.
    public var steps: [String]
    /// The gate, by its place in the step, that is not open; `nil` for other kinds.
    public var gate: Int?
    /// Whether a person may pass it with a reason.
    public var isPrudence: Bool

    /// Creates a wait.
    public init(
        kind: Kind, reason: String, until: Timestamp? = nil, steps: [String] = [], gate: Int? = nil,
        isPrudence: Bool = false
    ) {
        self.kind = kind
        self.reason = reason
        self.until = until
        self.steps = steps
        self.gate = gate
        self.isPrudence = isPrudence
    }
}
