import MigrationModel

/// What must hold of a plan as a whole, written anew for the comparison with brute force.
enum PlainPlanRules {
    /// What does not hold; `nil` when everything does.
    static func breach(in mutant: MutatedPlan) -> String? {
        let steps = mutant.plan.steps
        let byName = Dictionary(grouping: steps, by: \.id)
        if byName.values.contains(where: { $0.count > 1 }) { return "two steps of one name" }
        for step in steps {
            for before in step.after {
                guard let other = byName[before]?.first else { return "\(step.id) waits for nothing" }
                if other.phase > step.phase { return "\(step.id) waits for a later phase" }
            }
            if step.phase != .decommission, (mutant.reversals[step.id] ?? step.action.behaviour.reversal) == nil {
                return "\(step.id) cannot be undone"
            }
        }
        return circle(steps) ?? trust(mutant) ?? keys(mutant) ?? carriers(mutant)
    }

    private static func before(_ id: String, _ steps: [Step]) -> Set<String> {
        let after = Dictionary(steps.map { ($0.id, $0.after) }, uniquingKeysWith: { first, _ in first })
        var (found, open): (Set<String>, [String]) = ([], after[id] ?? [])
        while let next = open.popLast() { if found.insert(next).inserted { open += after[next] ?? [] } }
        return found
    }

    private static func circle(_ steps: [Step]) -> String? {
        var left = Dictionary(steps.map { ($0.id, Set($0.after)) }, uniquingKeysWith: { first, _ in first })
        while let ready = left.first(where: { $0.value.isEmpty })?.key {
            left[ready] = nil
            left = left.mapValues { $0.subtracting([ready]) }
        }
        return left.isEmpty ? nil : "steps wait for each other"
    }

    private static func trust(_ mutant: MutatedPlan) -> String? {
        let canaries = mutant.plan.steps.filter { if case .runCanary = $0.action { true } else { false } }
        for identity in mutant.plan.identities {
            for step in mutant.plan.steps {
                guard case .createIdentity(let action) = step.action, action.identity == identity.id else { continue }
                let subject = "system:serviceaccount:\(identity.namespace):\(identity.serviceAccount)"
                if action.subjects != [subject] { return "\(identity.id) trusts another" }
            }
            guard !identity.permissions.isAccepted else { continue }
            for service in identity.services {
                let isAsked = canaries.contains {
                    $0.service == service && $0.gates.contains(.draftAccepted(identity: identity.id))
                }
                if !isAsked { return "nobody is asked about \(identity.id)" }
            }
        }
        return nil
    }

    private static func keys(_ mutant: MutatedPlan) -> String? {
        for key in mutant.plan.keys {
            let deletion = mutant.plan.steps.first {
                if case .deleteKey(let action) = $0.action { action.key == key.key } else { false }
            }
            guard let deletion else {
                if key.fate == .retire { return "\(key.key.id) stays" }
                continue
            }
            let deactivation = mutant.plan.steps.first {
                if case .deactivateKey(let action) = $0.action { action.key == key.key } else { false }
            }
            guard let deactivation, before(deletion.id, mutant.plan.steps).contains(deactivation.id) else {
                return "\(key.key.id) is deleted at once"
            }
        }
        return nil
    }

    private static func carriers(_ mutant: MutatedPlan) -> String? {
        let retired = Set(mutant.plan.keys.filter { $0.fate == .retire }.map(\.key))
        for carrier in mutant.world.carriers {
            for (entry, keys) in carrier.entries where !retired.isDisjoint(with: keys) {
                let removal = mutant.plan.steps.first { step in
                    guard case .removeCarrier(let action) = step.action, step.cluster == carrier.cluster else {
                        return false
                    }
                    return action.carrier == carrier.object && action.entries?.contains(entry) ?? true
                }
                guard let removal else { return "\(carrier.object) keeps \(entry)" }
                if carrier.isOwned, removal.actor == .keyshift { return "\(carrier.object) comes back" }
            }
        }
        return nil
    }
}
