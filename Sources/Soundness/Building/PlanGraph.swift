import MigrationModel

/// A plan and its world, with everything found by name once.
struct PlanGraph {
    let plan: Plan
    let world: World
    /// The steps that change each thing.
    private(set) var writers: [Entity: [Int]] = [:]
    /// For each step, the steps that it names in `after`, as far as they exist.
    private(set) var after: [[Int]] = []
    private(set) var carriers: [Entity.Carrier: WorldCarrier] = [:]
    private(set) var accounts: [Entity.Account: WorldAccount] = [:]
    private(set) var identities: [String: PlannedIdentity] = [:]
    /// Who may take each identity, as the step that makes it says.
    private(set) var subjects: [String: [Entity.Account]] = [:]
    /// The identities that steps bind to each ServiceAccount.
    private(set) var bound: [Entity.Account: Set<String>] = [:]
    /// The issuers that steps make trusted.
    private(set) var issuers: Set<Entity> = []
    /// The Secrets that steps make.
    private(set) var made: Set<Entity.Carrier> = []
    /// The ServiceAccounts that steps make.
    private(set) var madeAccounts: Set<Entity.Account> = []
    /// The ServiceAccounts that Pods run as at the start.
    private var usedAccounts: Set<Entity.Account> = []

    /// What the undo of a step changes where that is not what its action says: for tests of undos that restore nothing.
    private let reversals: [String: [WorldChange]?]

    init(_ plan: Plan, _ world: World, reversals: [String: [WorldChange]?] = [:]) {
        self.plan = plan
        self.world = world
        self.reversals = reversals
        for carrier in world.carriers {
            if let name = Entity.Carrier(cluster: carrier.cluster, carrier.object) { carriers[name] = carrier }
        }
        for account in world.accounts {
            let name = Entity.Account(
                cluster: account.cluster, namespace: account.namespace, name: account.name)
            accounts[name] = account
        }
        for workload in world.workloads {
            for template in workload.templates {
                usedAccounts.insert(
                    Entity.Account(
                        cluster: workload.cluster, namespace: workload.object.namespace ?? "",
                        name: template.serviceAccount))
            }
        }
        for identity in plan.identities { identities[identity.id] = identity }
        let places = Dictionary(
            plan.steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        after = plan.steps.map { $0.after.compactMap { places[$0] } }
        for (index, step) in plan.steps.enumerated() { add(step, index) }
    }

    private mutating func add(_ step: Step, _ index: Int) {
        let changes = step.action.behaviour.changes
        for entity in Set(changes.compactMap { $0.entity(in: step.cluster) }) {
            writers[entity, default: []].append(index)
        }
        if case .createIdentity(let action) = step.action {
            subjects[action.identity] = action.subjects.compactMap {
                Entity.Account(subject: $0, cluster: step.cluster)
            }
        }
        for change in changes {
            switch change {
            case .bind(let namespace, let account, let identity):
                let name = Entity.Account(cluster: step.cluster, namespace: namespace, name: account)
                bound[name, default: []].insert(identity)
            case .trustIssuer(let account):
                issuers.insert(.issuer(cluster: step.cluster, account: account))
            case .makeSecret(let object, _):
                if let name = Entity.Carrier(cluster: step.cluster, object) { made.insert(name) }
            case .makeAccount(let namespace, let name):
                madeAccounts.insert(Entity.Account(cluster: step.cluster, namespace: namespace, name: name))
            default: break
            }
        }
    }

    /// Whether a ServiceAccount is there before anything is done: Pods run as it, or the inputs show it with an identity.
    func isThere(_ account: Entity.Account) -> Bool {
        !madeAccounts.contains(account) && (usedAccounts.contains(account) || accounts[account] != nil)
    }

    /// What the undo of a step changes; `nil` for a point of no return.
    func reversal(of step: Step) -> [WorldChange]? { reversals[step.id] ?? step.action.behaviour.reversal }

    /// The nearest steps of a set that have to be verified before a step, through steps that are not in it.
    ///
    /// A step that is not idle has all that it comes after verified, and keeps it from being undone: so what holds through a step
    /// that is left out holds without it.
    func ancestors(of step: Int, in kept: [Int: Int], limit: Int) -> [Int] {
        var found: Set<Int> = []
        var seen: Set<Int> = []
        var open = after[step]
        while let next = open.popLast() {
            guard seen.insert(next).inserted else { continue }
            if let place = kept[next] {
                found.insert(place)
            } else if seen.count <= limit {
                open += after[next]
            }
        }
        return found.sorted()
    }
}

extension Entity.Account {
    /// The ServiceAccount that `system:serviceaccount:NAMESPACE:NAME` names; `nil` for any other text.
    init?(subject: String, cluster: String) {
        let parts = subject.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 4, parts[0] == "system", parts[1] == "serviceaccount" else { return nil }
        self.init(cluster: cluster, namespace: parts[2], name: parts[3])
    }
}
