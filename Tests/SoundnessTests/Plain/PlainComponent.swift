import MigrationModel

@testable import Soundness

/// The part of a plan that one service depends on, by names, for ``PlainSearch``: written anew, so that it shares no mistake.
struct PlainComponent: Hashable {
    var service: WorldWorkload
    var steps: [PlainStep] = []
    var accounts: [WorldAccount] = []
    var identities: [PlannedIdentity] = []
    /// The ServiceAccounts and Secrets that steps make, which are not there at the start.
    var made: Set<String> = []
    /// The ServiceAccounts that Pods run as, or that have an identity.
    var used: Set<String> = []
    /// Who may take each identity.
    var subjects: [String: Set<String>] = [:]
    /// The accounts that have to trust an issuer first.
    var untrusted: Set<String> = []

    /// What a service depends on; or the whole plan, whether or not it does.
    init(_ service: WorldWorkload, in plan: MutatedPlan, whole: Bool) {
        self.service = service
        let all = plan.plan.steps
        let closure = Self.closure(all)
        let wanted = whole ? Set(all.indices) : Self.dependencies(of: service, in: plan)
        let places = Dictionary(uniqueKeysWithValues: wanted.sorted().enumerated().map { ($1, $0) })
        for index in wanted.sorted() {
            steps.append(PlainStep(all[index], plan, after: closure[index].compactMap { places[$0] }.sorted()))
        }
        let clusters = Set([service.cluster])
        accounts = plan.world.accounts.filter { clusters.contains($0.cluster) }
        identities = plan.plan.identities
        for step in all { note(step) }
        for other in plan.world.workloads where other.cluster == service.cluster {
            for template in other.templates {
                used.insert("ServiceAccount \(other.object.namespace ?? "")/\(template.serviceAccount)")
            }
        }
        used.formUnion(accounts.map { "ServiceAccount \($0.namespace)/\($0.name)" })
    }

    private mutating func note(_ step: Step) {
        if case .createIdentity(let action) = step.action { subjects[action.identity] = Set(action.subjects) }
        for change in step.action.behaviour.changes {
            switch change {
            case .makeAccount(let namespace, let name) where step.cluster == service.cluster:
                made.insert("ServiceAccount \(namespace)/\(name)")
            case .makeSecret(let object, _) where step.cluster == service.cluster: made.insert("\(object)")
            case .trustIssuer(let account): untrusted.insert("\(step.cluster) \(account)")
            default: break
            }
        }
    }

    /// For each step, all that come before it.
    private static func closure(_ steps: [Step]) -> [Set<Int>] {
        let places = Dictionary(steps.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
        let direct = steps.map { Set($0.after.compactMap { places[$0] }) }
        return direct.indices.map { step in
            var (found, open): (Set<Int>, [Int]) = ([], Array(direct[step]))
            while let next = open.popLast() { if found.insert(next).inserted { open += direct[next] } }
            return found
        }
    }

    // MARK: What it depends on

    private static func dependencies(of service: WorldWorkload, in plan: MutatedPlan) -> Set<Int> {
        let own = plan.plan.steps.filter { $0.cluster == service.cluster && names($0, service.object.description) }
        var templates = service.templates
        for change in own.flatMap(\.action.behaviour.changes) {
            guard let first = service.templates.first else { continue }
            switch change {
            case .edit(_, let edit), .startCanary(_, let edit): templates.append(first.applying(edit))
            default: continue
            }
        }
        let namespace = service.object.namespace ?? ""
        var things: Set<String> = [service.object.description]
        var keys: Set<KeyName> = []
        for template in templates {
            things.insert("ServiceAccount \(namespace)/\(template.serviceAccount)")
            for container in template.containers {
                for source in container.plainSources {
                    things.insert("\(source.kind.rawValue) \(namespace)/\(source.object)")
                }
                keys.formUnion(container.plainKeys)
            }
        }
        var identities: Set<String> = []
        for step in plan.plan.steps where step.cluster == service.cluster {
            for case .bind(let place, let account, let identity) in step.action.behaviour.changes
            where things.contains("ServiceAccount \(place)/\(account)") { identities.insert(identity) }
        }
        let trusting = Set(
            plan.plan.identities.filter { identities.contains($0.id) }.map { "\($0.cluster) \($0.account)" })
        return Set(
            plan.plan.steps.indices.filter { index in
                let step = plan.plan.steps[index]
                return step.action.behaviour.changes.contains {
                    concerns($0, step, service.cluster, things, keys, identities, trusting)
                }
            })
    }

    private static func names(_ step: Step, _ object: String) -> Bool {
        step.action.behaviour.changes.contains {
            switch $0 {
            case .edit(let changed, _), .startCanary(let changed, _): changed.description == object
            default: false
            }
        }
    }

    private static func concerns(
        _ change: WorldChange, _ step: Step, _ cluster: String, _ things: Set<String>, _ keys: Set<KeyName>,
        _ identities: Set<String>, _ trusting: Set<String>
    ) -> Bool {
        switch change {
        case .deactivate(let key), .activate(let key), .delete(let key), .deleteUser(let key): keys.contains(key)
        case .makeIdentity(let id), .grantPermissions(let id), .revokePermissions(let id), .deleteIdentity(let id):
            identities.contains(id)
        case .trustIssuer(let account), .distrustIssuer(let account): trusting.contains("\(step.cluster) \(account)")
        case .makeAccount(let namespace, let name), .deleteAccount(let namespace, let name),
            .bind(let namespace, let name, _), .unbind(let namespace, let name, _):
            step.cluster == cluster && things.contains("ServiceAccount \(namespace)/\(name)")
        case .makeSecret(let object, _), .deleteSecret(let object), .edit(let object, _), .revert(let object, _),
            .startCanary(let object, _), .stopCanary(let object), .forgetRevisions(let object), .awaitPods(let object),
            .keepCopy(let object),
            .dropCopy(let object), .remove(let object, _), .restore(let object):
            step.cluster == cluster && things.contains(object.description)
        }
    }
}

/// A step as the plan has it.
struct PlainStep: Hashable {
    var id: String
    var cluster: String
    var forward: [PlainChange]
    var backward: [PlainChange]?
    /// All steps that come before it.
    var after: [Int]
    var verifications: Set<Verification>
    var waits: Bool
    var isCanary = false

    init(_ step: Step, _ plan: MutatedPlan, after: [Int]) {
        id = step.id
        cluster = step.cluster
        let isBySource = step.actor != .keyshift
        forward = step.action.behaviour.changes.flatMap { PlainChange.calls($0, isBySource: isBySource) }
        backward = (plan.reversals[step.id] ?? step.action.behaviour.reversal)?
            .flatMap { PlainChange.calls($0, isBySource: isBySource) }
        self.after = after
        verifications = Set(step.verifications)
        waits = step.gates.contains { if case .propagation = $0 { true } else { false } }
        if case .runCanary = step.action { isCanary = true }
    }
}

/// One call: a change of the world, or of the source that its owner reads.
enum PlainChange: Hashable {
    case world(WorldChange)
    case source(WorldChange)

    /// Whoever changes a template at its source changes that first, and the cluster follows.
    static func calls(_ change: WorldChange, isBySource: Bool) -> [PlainChange] {
        switch change {
        case .edit where isBySource, .revert where isBySource: [.source(change), .world(change)]
        default: [.world(change)]
        }
    }
}

extension WorldContainer {
    var plainSources: [WorldSource] {
        variables.compactMap(\.source) + files.compactMap(\.source) + uses.compactMap(\.source)
    }
    var plainKeys: [KeyName] { variables.flatMap(\.keys) + files.flatMap(\.keys) + uses.flatMap(\.keys) }
}
