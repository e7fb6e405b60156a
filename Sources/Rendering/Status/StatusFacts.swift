import MigrationModel

/// What every format asks of a report: counts, orders, and things found by their names.
struct StatusFacts {
    let report: StatusReport
    /// The services, those that need attention first, then those under way, then the others, done ones last.
    let services: [Service]
    /// The keys that are to go, live ones first, and behind them those that stay.
    let keys: [KeyStatus]
    /// What services are called, by id: as shortly as tells them apart.
    private let names: [String: String]

    /// A service with what its own steps say.
    struct Service {
        var status: ServiceStatus
        var position: ServicePosition
        /// Its steps that are neither done nor blocked, the most urgent first.
        var open: [StepStatus]
        /// The folder of its plan.
        var folder: String

        /// How urgent it is; less comes first.
        fileprivate var rank: Int {
            if let standing = open.first?.standing { return standing.urgency }
            switch position {
            case .done: return 20
            case .exempt: return 21
            default: return 10
            }
        }
    }

    init(_ report: StatusReport) {
        self.report = report
        var services: [Service] = []
        for migration in report.migrations {
            var open: [String: [StepStatus]] = [:]
            for step in migration.status.steps where step.standing != .done && step.standing != .blocked {
                open[step.service, default: []].append(step)
            }
            services += migration.status.services.map { service in
                let steps = (open[service.id] ?? []).sorted { $0.standing.urgency < $1.standing.urgency }
                return Service(
                    status: service, position: ServicePosition(service), open: steps, folder: migration.status.folder)
            }
        }
        names = Self.names(of: services.map(\.status), in: report)
        self.services = services.enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
        keys = Self.merged(report).enumerated().sorted { ($0.element.rank, $0.offset) < ($1.element.rank, $1.offset) }
            .map(\.element)
    }

    /// A step with the folder of its plan.
    struct PlacedStep {
        var step: StepStatus
        var folder: String

        /// The command that carries it out, or says what somebody else has to do.
        var command: String { PlanSummary.command(["keyshift", "migrate", folder, "--apply", step.id]) }
        /// The command that looks at it again.
        var verification: String { PlanSummary.command(["keyshift", "migrate", folder, "--verify", step.id]) }
    }

    /// The steps that stand in one of these ways, in the order of their plans.
    func steps(_ standings: Set<StepStanding>) -> [PlacedStep] {
        report.migrations.flatMap { migration in
            migration.status.steps.lazy.filter { standings.contains($0.standing) }
                .map { PlacedStep(step: $0, folder: migration.status.folder.isEmpty ? "." : migration.status.folder) }
        }
    }

    /// The gates that were passed, the last first.
    var overrides: [OverrideRecord] { report.migrations.flatMap(\.status.overrides).sorted { $0.at > $1.at } }

    /// The phases for which any service has steps of its own.
    var phases: [Phase] {
        let phases = Set(services.flatMap(\.status.phases).map(\.phase))
        return Phase.allCases.filter(phases.contains)
    }

    /// When something may run again, where nothing may before that; `nil` where no date is known.
    var nextMoment: Timestamp? {
        guard report.standing == .waiting else { return nil }
        return steps([.waiting]).compactMap(\.step.until).filter { $0 > report.at }.min()
    }

    /// How many services are in each position.
    var positions: [ServicePosition: Int] { services.reduce(into: [:]) { $0[$1.position, default: 0] += 1 } }

    /// How many steps stand in each way.
    var standings: [StepStanding: Int] {
        report.migrations.reduce(into: [:]) { counts, migration in
            for step in migration.status.steps { counts[step.standing, default: 0] += 1 }
        }
    }

    /// The keys that are deleted at the end.
    var retired: [KeyStatus] { keys.filter { $0.fate == .retire } }

    /// The numbers in one sentence.
    var sentence: String {
        let moved = positions[.done] ?? 0
        let toMove = services.count - (positions[.exempt] ?? 0)
        let retired = retired
        let deleted = retired.count { $0.stage == .deleted && !$0.isContradicted }
        let steps = report.migrations.reduce(0) { $0 + $1.status.steps.count }
        return "\(Wording.grouped(moved)) of \(Wording.count(toMove, "service")) moved, "
            + "\(Wording.grouped(deleted)) of \(Wording.count(retired.count, "key")) deleted, "
            + "\(Wording.grouped(standings[.done] ?? 0)) of \(Wording.count(steps, "step")) done"
    }

    /// The name of a service: `production/order-api`, with kind and cluster only where that tells two apart.
    func name(of service: ServiceStatus) -> String { name(ofID: service.id) }

    /// The same for an id; an id that no service has is its own name.
    func name(ofID id: String) -> String { names[id] ?? id }

    private static func names(of services: [ServiceStatus], in report: StatusReport) -> [String: String] {
        let hasOneCluster = Set(report.migrations.flatMap(\.status.clusters)).count < 2
        let short = { (service: ServiceStatus) in
            [hasOneCluster ? nil : service.cluster, service.workload.namespace, service.workload.name].compactMap(
                \.self
            )
            .joined(separator: "/")
        }
        let counts = services.reduce(into: [:]) { $0[short($1), default: 0] += 1 }
        return Dictionary(
            services.map { service in
                let name = hasOneCluster ? service.workload.argument : "\(service.cluster)/\(service.workload.argument)"
                return (service.id, counts[short(service)] == 1 ? short(service) : name)
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The keys of all migrations; one that several of them have is one key.
    private static func merged(_ report: StatusReport) -> [KeyStatus] {
        guard report.isFleet else { return report.migrations.first?.status.keys ?? [] }
        var keys: [KeyStatus] = []
        var places: [KeyName: Int] = [:]
        for key in report.migrations.flatMap(\.status.keys) {
            guard let place = places[key.key] else {
                places[key.key] = keys.count
                keys.append(key)
                continue
            }
            let other = keys[place]
            // A key is one thing in its cloud, whoever changed it: the last change counts.
            let isLater = (key.since?.milliseconds ?? .min) > (other.since?.milliseconds ?? .min)
            var whole = isLater ? key : other
            whole.services = other.services + key.services.filter { !other.services.contains($0) }
            whole.heldUpBy = other.heldUpBy + key.heldUpBy.filter { !other.heldUpBy.contains($0) }
            whole.isContradicted = other.isContradicted || key.isContradicted
            whole.firstSeen = [other.firstSeen, key.firstSeen].compactMap(\.self).min()
            keys[place] = whole
        }
        return keys
    }

    /// Keys that services of several clusters receive, each with the clusters.
    var sharedKeys: [(key: KeyStatus, clusters: [String])] {
        let clusters = Dictionary(
            services.map { ($0.status.id, $0.status.cluster) }, uniquingKeysWith: { first, _ in first })
        return keys.compactMap { key in
            let names = Set(key.services.compactMap { clusters[$0] })
            return names.count > 1 ? (key, names.sorted()) : nil
        }
    }
}

extension StepStanding {
    /// What a person has to look at first has the least.
    var urgency: Int {
        switch self {
        case .regressed: 0
        case .failed: 1
        case .running: 2
        case .verifying: 3
        case .asking: 4
        case .ready: 5
        case .waiting: 6
        case .blocked: 7
        case .done: 8
        }
    }
}

extension KeyStatus {
    fileprivate var rank: Int {
        if isContradicted { return 0 }
        guard fate == .retire else { return 4 }
        return isLive ? 1 : stage == .deactivated ? 2 : 3
    }
}
