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
    /// How many services of the input are planned, each of which may need a binding of its own.
    var services: Int
    /// How many clusters of the configuration are of the same AWS account.
    var clustersOfAccount: Int
    /// The SDK families that count, by id; empty for all.
    var families: [String]
    /// The mechanisms that its ServiceAccount has already.
    var own: Set<Mechanism>
    /// The account of its resources, where that is another than the cluster's; else empty.
    var targetAccount: String
    /// How it is to reach that account, where a person says so.
    var accountAccess: ServiceConfiguration.AccountAccess?

    init(_ member: ServiceSelection.Member, _ index: PlanningIndex, services: Int, clustersOfAccount: Int) {
        let input = member.service.name.input
        cluster = member.cluster
        self.services = services
        self.clustersOfAccount = clustersOfAccount
        service = member.service
        template = member.workload?.templates.first
        installations = index.installations[input] ?? []
        hasDaemonSets = index.inputsWithDaemonSets.contains(input)
        inUse = index.inUse[input] ?? [:]
        own = index.mechanisms[member.service.name] ?? []
        families = member.setting?.sdk ?? []
        targetAccount = member.targetAccount
        accountAccess = targetAccount.isEmpty ? nil : member.setting?.accountAccess
    }

    /// Whether Pods of the service may run on Fargate.
    var runsOnFargate: Bool { cluster.fargateNamespaces.contains(service.name.object.namespace ?? "") }
    /// Whether Pods of the service run on Windows nodes.
    var runsOnWindows: Bool { template?.nodeSelector["kubernetes.io/os"] == "windows" }
}

/// Gathers the reasons of one assessment.
struct ReasonLedger {
    private(set) var assessment: MechanismAssessment
    /// The weights of the advantages, in their order.
    private var weights: [Int] = []

    init(_ mechanism: Mechanism) { assessment = MechanismAssessment(mechanism: mechanism) }

    /// Notes what makes the mechanism impossible.
    mutating func forbid(_ reason: String, if condition: Bool) {
        if condition { assessment.obstacles.append(reason) }
    }

    /// Notes what speaks for it, the weightiest first.
    mutating func favour(_ reason: String, by weight: Int, if condition: Bool = true) {
        guard condition else { return }
        let place = weights.firstIndex { $0 < weight } ?? weights.count
        weights.insert(weight, at: place)
        assessment.advantages.insert(reason, at: place)
        assessment.score += weight
    }

    /// Notes what speaks against it.
    mutating func oppose(_ reason: String, by weight: Int, if condition: Bool = true) {
        guard condition else { return }
        assessment.drawbacks.append(reason)
        assessment.score -= weight
    }
}
