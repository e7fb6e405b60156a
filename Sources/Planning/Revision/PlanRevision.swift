public import MigrationModel

/// Brings a plan up to what the clusters show now, while it is being carried out.
///
/// A fresh plan knows nothing of what was done: a service that was moved has no key any more and is not in it. So of services whose
/// move was begun everything stays as it was planned, with the steps of their keys; everything else is planned anew. Steps of the
/// same id are the same in both, so what was done of them stays done.
public struct PlanRevision {
    private let former: Plan
    private let next: Plan
    /// The services whose move was begun, by id.
    private let kept: Set<String>

    /// Prepares a revision.
    ///
    /// - Parameters:
    ///   - former: the plan that is carried out.
    ///   - next: the plan of what the clusters show now.
    ///   - touched: the steps of the former plan, by id, that may have changed the world.
    public init(_ former: Plan, to next: Plan, touched: Set<String>) {
        self.former = former
        self.next = next
        kept = Set(
            former.steps.filter { $0.phase > .prepare && touched.contains($0.id) }.map(\.service).filter { !$0.isEmpty }
        )
    }

    /// The revised plan, not proven yet.
    public var plan: Plan {
        guard !kept.isEmpty else { return next }
        var plan = next
        plan.clusters += former.clusters.filter { cluster in !next.clusters.contains { $0.name == cluster.name } }
        plan.services = merged(former.services.filter { kept.contains($0.id) }, next.services, by: \.id)
        plan.identities = merged(
            former.identities.filter { !kept.isDisjoint(with: $0.services) },
            next.identities.filter { $0.services.isEmpty || !kept.isSuperset(of: $0.services) }, by: \.id)
        plan.keys = keys
        plan.steps = steps
        plan.handovers = next.handovers
        plan.proof = nil
        return plan
    }

    /// What the revised plan is to be proven against: what was, where the move was begun; else what is.
    ///
    /// - Parameters:
    ///   - before: the world of the former plan.
    ///   - now: the world of the next one.
    /// - Returns: the world of both.
    public func world(_ before: World, _ now: World) -> World {
        guard !kept.isEmpty else { return now }
        var world = now
        world.workloads = merged(before.workloads.filter { kept.contains($0.service) }, now.workloads, by: \.service)
            .sorted { $0.service < $1.service }
        let held = Set(before.workloads.filter { kept.contains($0.service) }.map(\.cluster))
        world.carriers = merged(before.carriers.filter { held.contains($0.cluster) }, now.carriers) { carrier in
            "\(carrier.cluster) \(carrier.object)"
        }
        world.accounts = merged(before.accounts.filter { held.contains($0.cluster) }, now.accounts) { account in
            "\(account.cluster) \(account.namespace) \(account.name)"
        }
        let begun = Set(former.identities.filter { !kept.isDisjoint(with: $0.services) }.map(\.id))
        world.permissions = now.permissions.map {
            merged((before.permissions ?? []).filter { begun.contains($0.identity) }, $0) { $0.identity }
        }
        return world
    }

    // MARK: Parts

    /// The kept ones, then those of the next plan that are not among them.
    private func merged<Value>(_ kept: [Value], _ next: [Value], by name: (Value) -> String) -> [Value] {
        let names = Set(kept.map(name))
        return kept + next.filter { !names.contains(name($0)) }
    }

    /// A key that kept services have is retired as it was planned, also when nobody seems to have it any more.
    private var keys: [PlannedKey] {
        let begun = former.keys.filter { $0.fate == .retire && !kept.isDisjoint(with: $0.services) }
        let now = Dictionary(next.keys.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let present = Set(next.services.map(\.id)).union(kept)
        return merged(
            begun.map { key in
                var key = key
                let services = key.services.filter(present.contains)
                key.services = services + (now[key.key]?.services ?? []).filter { !services.contains($0) }
                return key
            }, next.keys, by: { $0.key.id })
    }

    /// The steps of kept services and of what comes after them as they were; the others as they are now.
    private var steps: [Step] {
        let held = heldSteps
        let anew = Dictionary(next.steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var result: [Step] = []
        for step in former.steps where held.contains(step.id) {
            guard step.service.isEmpty, let other = anew[step.id] else {
                result.append(step)
                continue
            }
            // A carrier or a key waits for the services of both.
            var both = other
            both.after = step.after + other.after.filter { !step.after.contains($0) }
            result.append(both)
        }
        let ids = Set(result.map(\.id))
        result += next.steps.filter { !ids.contains($0.id) && !kept.contains($0.service) }
        let all = Set(result.map(\.id))
        for index in result.indices { result[index].after.removeAll { !all.contains($0) } }
        return ordered(result)
    }

    /// The steps of kept services, those of nobody's that come after them, and those of nobody's that they come after.
    private var heldSteps: Set<String> {
        var held = Set(former.steps.filter { kept.contains($0.service) }.map(\.id))
        let own = held
        for step in former.steps where step.service.isEmpty {
            if step.after.contains(where: held.contains) { held.insert(step.id) }
        }
        for step in former.steps where own.contains(step.id) {
            for before in step.after { held.insert(before) }
        }
        let services = Set(former.steps.filter { !$0.service.isEmpty && !kept.contains($0.service) }.map(\.id))
        return held.subtracting(services)
    }

    /// Each step right behind the last of those that it waits for, otherwise in the order in which they came.
    private func ordered(_ steps: [Step]) -> [Step] {
        let byID = Dictionary(steps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
        var seen: Set<String> = []
        var done: Set<String> = []
        var result: [Step] = []
        // A chain of services may be long, so this goes down it without calls that nest.
        for first in steps {
            var open = [first.id]
            while let id = open.last, let step = byID[id] {
                let before = seen.insert(id).inserted ? step.after.filter { !seen.contains($0) } : []
                guard before.isEmpty else {
                    open += before.reversed()
                    continue
                }
                open.removeLast()
                if done.insert(id).inserted { result.append(step) }
            }
        }
        return result
    }
}
