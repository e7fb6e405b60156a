import MigrationModel

/// What can be said of one mechanism for one service; one file per mechanism, one list.
protocol MechanismAssessor: SendableMetatype {
    /// The mechanism.
    static var mechanism: Mechanism { get }
    /// What makes it impossible, and what speaks for and against it.
    static func assess(_ facts: MechanismFacts) -> MechanismAssessment
}

/// All mechanisms; a new one is a file beside the others and a line here.
enum MechanismAssessors {
    static let all: [any MechanismAssessor.Type] = [
        PodIdentityAssessor.self,
        IRSAAssessor.self,
        GKEAssessor.self,
        AKSAssessor.self,
    ]
}

/// What the choice of a mechanism depends on.
struct MechanismFacts {
    var cluster: ClusterConfiguration
    var service: Service
    var template: PodTemplate?
    /// What runs in the cluster.
    var installations: Set<Installation.Purpose>
    /// Whether the input has DaemonSets at all, so that a missing agent means something.
    var hasDaemonSets: Bool
    /// How many ServiceAccounts of the cluster have each mechanism already.
    var inUse: [Mechanism: Int]
    /// The SDK families that count, by id; empty for all.
    var families: [String]
    /// The mechanisms that its ServiceAccount has already.
    var own: Set<Mechanism>

    init(_ member: ServiceSelection.Member, _ index: PlanningIndex) {
        let input = member.service.name.input
        cluster = member.cluster
        service = member.service
        template = member.workload?.templates.first
        installations = index.installations[input] ?? []
        hasDaemonSets = index.inputsWithDaemonSets.contains(input)
        inUse = index.inUse[input] ?? [:]
        own = index.mechanisms[member.service.name] ?? []
        families = member.setting?.sdk ?? []
    }

    /// Whether Pods of the service may run on Fargate.
    var runsOnFargate: Bool { cluster.fargateNamespaces.contains(service.name.object.namespace ?? "") }
    /// Whether Pods of the service run on Windows nodes.
    var runsOnWindows: Bool { template?.nodeSelector["kubernetes.io/os"] == "windows" }
}

/// Gathers the reasons of one assessment.
struct ReasonLedger {
    private(set) var assessment: MechanismAssessment

    init(_ mechanism: Mechanism) { assessment = MechanismAssessment(mechanism: mechanism) }

    /// Notes what makes the mechanism impossible.
    mutating func forbid(_ reason: String, if condition: Bool) {
        if condition { assessment.obstacles.append(reason) }
    }

    /// Notes what speaks for it.
    mutating func favour(_ reason: String, by weight: Int, if condition: Bool = true) {
        guard condition else { return }
        assessment.advantages.append(reason)
        assessment.score += weight
    }

    /// Notes what speaks against it.
    mutating func oppose(_ reason: String, by weight: Int, if condition: Bool = true) {
        guard condition else { return }
        assessment.drawbacks.append(reason)
        assessment.score -= weight
    }
}
