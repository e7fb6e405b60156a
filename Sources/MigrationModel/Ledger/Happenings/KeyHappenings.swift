/// The state of a key was looked up.
public struct KeySighting: Hashable, Sendable, Codable {
    /// What a key can be found to be.
    public enum State: String, Hashable, Sendable, Codable, CaseIterable {
        /// It is accepted by the cloud.
        case active
        /// It is there and refused by the cloud.
        case inactive
        /// It is not there any more.
        case absent
        /// It was seen in a cluster, and its cloud was not asked.
        case unknown
    }

    /// What it was found to be.
    public var state: State
    /// What shows it.
    public var evidence: [Evidence]

    /// Creates a sighting from its parts.
    public init(state: State, evidence: [Evidence]) {
        self.state = state
        self.evidence = evidence
    }
}

/// A key has not been used, nor referred to, since a moment.
public struct KeyQuiet: Hashable, Sendable, Codable {
    /// The last use or reference that is known, after which there was none.
    public var since: Timestamp
    /// What shows it.
    public var evidence: [Evidence]

    /// Creates a quiet period from its parts.
    public init(since: Timestamp, evidence: [Evidence]) {
        self.since = since
        self.evidence = evidence
    }
}

/// A key was made inactive, made active again, or deleted.
public struct KeyChange: Hashable, Sendable, Codable {
    /// What was done.
    public var deed: Deed
    /// What shows that it has come to pass.
    public var evidence: [Evidence]
    /// The number of the lease under which it was done; `nil` when somebody did it without keyshift.
    public var claim: Int?

    /// Creates a change from its parts.
    public init(deed: Deed, evidence: [Evidence], claim: Int? = nil) {
        self.deed = deed
        self.evidence = evidence
        self.claim = claim
    }
}
