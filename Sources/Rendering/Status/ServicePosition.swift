import MigrationModel

/// The part of the migration in which a service is: the first that is not done.
enum ServicePosition: String, CaseIterable {
    case prepare
    case shift
    case retire
    case decommission
    /// Every step of its own is done.
    case done
    /// It is not moved.
    case exempt

    /// The position of a service.
    init(_ service: ServiceStatus) {
        if service.mechanism == nil {
            self = .exempt
        } else if let open = service.phases.first(where: { $0.done < $0.total }) {
            self = ServicePosition(rawValue: open.phase.rawValue) ?? .prepare
        } else {
            self = .done
        }
    }

    /// How a table names it.
    var words: String {
        switch self {
        case .prepare: "to prepare"
        case .shift: "to shift"
        case .retire: "to clean up"
        case .decommission: "to end"
        case .done: "moved"
        case .exempt: "stays"
        }
    }
}

extension KeyStatus {
    /// Where it stands, in a few words.
    var stageWords: String {
        if isContradicted { return stage == .deleted ? "IS THERE AGAIN" : "WORKS AGAIN" }
        switch stage {
        case .active: return "live"
        case .deactivated: return "inactive"
        case .reactivated: return "live again"
        case .deleted: return "deleted"
        }
    }

    /// Its life as a line: what is behind it is drawn thick.
    var lifeLine: String {
        switch stage {
        case .active, .reactivated: "●──○──○"
        case .deactivated: "●━━●──○"
        case .deleted: "●━━●━━●"
        }
    }
}

extension MigrationStatus.Standing {
    /// The word as a heading has it.
    var words: String {
        switch self {
        case .fresh: "not begun"
        case .inProgress: "in progress"
        case .waiting: "waiting"
        case .regressed: "REGRESSED"
        case .done: "done"
        }
    }
}

extension StepStanding {
    /// The word as people read it.
    var words: String {
        switch self {
        case .done: "done"
        case .ready: "ready"
        case .verifying: "to be verified"
        case .running: "running"
        case .failed: "failed"
        case .regressed: "regressed"
        case .waiting: "waits"
        case .asking: "asks"
        case .blocked: "blocked"
        }
    }
}
