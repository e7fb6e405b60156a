/// Where a key stands: seen, quiet since, deactivated, perhaps reactivated, deleted.
public struct KeyLife: Hashable, Sendable {
    /// What was done to a key.
    public enum Stage: String, Hashable, Sendable, Codable, CaseIterable {
        /// Nothing: it works as ever.
        case active
        /// It was made inactive, and can be made active again.
        case deactivated
        /// It was made inactive, and active again.
        case reactivated
        /// It was deleted for good.
        case deleted
    }

    /// How a key was found when it was last looked at.
    public struct Look: Hashable, Sendable {
        /// How it was found.
        public var state: KeySighting.State
        /// The number of the event that has the evidence.
        public var sequence: Int
        /// When it was written down.
        public var at: Timestamp
    }

    /// What was done to it last.
    public private(set) var stage = Stage.active
    /// The number of the event that says so; 0 when nothing was done.
    public private(set) var sequence = 0
    /// When that was.
    public private(set) var at: Timestamp?
    /// When there was the first event about it.
    public private(set) var firstSeen: Timestamp?
    /// The last look at it.
    public private(set) var lastLook: Look?
    /// Since when nobody has used it, nor referred to it; `nil` when that is not known, or no longer so.
    public private(set) var quietSince: Timestamp?

    /// Creates the life of a key of which nothing is known.
    public init() {}

    /// Whether somebody made it active, or made it again, behind the back of the ledger.
    public var isContradicted: Bool {
        guard let lastLook, lastLook.sequence > sequence else { return false }
        switch stage {
        case .deactivated: return lastLook.state == .active
        case .deleted: return lastLook.state == .active || lastLook.state == .inactive
        case .active, .reactivated: return false
        }
    }

    /// Adds an event about the key.
    mutating func apply(_ event: EventHeader) throws(LedgerRule) {
        switch event.kind {
        case .keySeen: lastLook = event.result.flatMap(KeySighting.State.init).map { look(event, $0) } ?? lastLook
        case .keyQuietSince: quietSince = event.bound
        case .keyDeactivated: try change(to: .deactivated, event)
        case .keyReactivated: try change(to: .reactivated, event)
        case .keyDeleted: try change(to: .deleted, event)
        default: return
        }
        firstSeen = firstSeen ?? event.at
    }

    private func look(_ event: EventHeader, _ state: KeySighting.State) -> Look {
        Look(state: state, sequence: event.sequence, at: event.at)
    }

    private mutating func change(to next: Stage, _ event: EventHeader) throws(LedgerRule) {
        if stage == .deleted { throw next == .deleted ? .keyDeletedTwice : .keyGone }
        if next == .deleted || next == .reactivated, stage != .deactivated { throw .keyNotDeactivated }
        // Who makes a key active again means to use it.
        if next == .reactivated { quietSince = nil }
        (stage, sequence, at) = (next, event.sequence, event.at)
    }
}
