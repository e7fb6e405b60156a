import MigrationModel

/// A plan with what its files look up again and again.
struct PlanContext: Sendable {
    let plan: Plan
    let configuration: Configuration
    let paths: PlanPaths
    private let clusters: [String: ClusterConfiguration]
    private let identities: [String: PlannedIdentity]
    private let identityOfService: [String: PlannedIdentity]
    private let stepsOfService: [String: [Step]]
    private let services: [String: PlannedService]
    private let keys: [KeyName: PlannedKey]
    private let subjects: [String: [String]]
    private let servicesOfAccount: [String: [String]]
    /// Who makes an account trust a cluster, by both, with a null character between them.
    let issuers: [String: TrustIssuer]
    /// The keys that Terraform takes away.
    let retired: Set<KeyName>
    private let stepsOfKey: [KeyName: [Step]]

    init(_ plan: Plan, _ configuration: Configuration) {
        self.plan = plan
        self.configuration = configuration
        paths = PlanPaths(plan)
        clusters = Dictionary(configuration.clusters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        identities = Dictionary(plan.identities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        identityOfService = Dictionary(
            plan.identities.flatMap { identity in identity.services.map { ($0, identity) } },
            uniquingKeysWith: { first, _ in first })
        stepsOfService = Dictionary(grouping: plan.steps, by: \.service)
        services = Dictionary(plan.services.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        servicesOfAccount = plan.identities.reduce(into: [:]) { found, identity in
            found[Self.formerAccount(of: identity), default: []] += identity.services
        }
        var subjects: [String: [String]] = [:]
        var issuers: [String: TrustIssuer] = [:]
        var retired: Set<KeyName> = []
        for step in plan.steps {
            switch step.action {
            case .createIdentity(let action): subjects[action.identity] = subjects[action.identity] ?? action.subjects
            case .trustIssuer(let action): issuers["\(action.cluster)\u{0}\(action.account)"] = action
            case .deactivateKey(let action) where step.actor == .terraform: retired.insert(action.key)
            default: break
            }
        }
        (self.subjects, self.issuers, self.retired) = (subjects, issuers, retired)
        stepsOfKey = KeySteps.byKey(plan.steps)
        keys = Dictionary(plan.keys.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// The services that are moved, in the order of the plan.
    var moved: [PlannedService] { plan.services.filter { $0.choice != nil } }

    /// Whether a service has a runbook: also one that is not moved, whose former revisions are forgotten.
    func hasRunbook(_ service: PlannedService) -> Bool { service.choice != nil || stepsOfService[service.id] != nil }

    /// What is known of a cluster; nothing but its name where the configuration does not have it.
    func cluster(_ name: String) -> ClusterConfiguration {
        clusters[name] ?? ClusterConfiguration(name: name, platform: .selfManaged)
    }

    /// `kubectl` for a cluster, with the context that it was read through, where that is known.
    func kubectl(_ cluster: String) -> Kubectl {
        Kubectl(context: plan.clusters.first { $0.name == cluster && !$0.context.isEmpty }?.context ?? "")
    }

    func identity(_ id: String) -> PlannedIdentity? { identities[id] }
    func identity(of service: String) -> PlannedIdentity? { identityOfService[service] }
    func steps(of service: String) -> [Step] { stepsOfService[service] ?? [] }
    func service(_ id: String) -> PlannedService? { services[id] }
    /// The services that run as the same ServiceAccount as those of an identity before the move.
    func services(runningAs identity: PlannedIdentity) -> [String] {
        servicesOfAccount[Self.formerAccount(of: identity)] ?? []
    }
    private static func formerAccount(of identity: PlannedIdentity) -> String {
        PlanPaths.account(identity.cluster, identity.namespace, identity.formerServiceAccount)
    }
    /// The tokens that may take an identity.
    func subjects(of identity: PlannedIdentity) -> [String] {
        subjects[identity.id] ?? ["system:serviceaccount:\(identity.namespace):\(identity.serviceAccount)"]
    }
    /// The steps that take the keys of a service and what carries them away, in the order of the plan, but for its own.
    func keySteps(of service: PlannedService) -> [Step] {
        var seen: Set<String> = []
        return service.keys.flatMap { stepsOfKey[$0] ?? [] }.filter {
            $0.service != service.id && seen.insert($0.id).inserted
        }
    }
    func key(_ name: KeyName) -> PlannedKey? { keys[name] }
}
