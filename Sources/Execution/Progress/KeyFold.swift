import MigrationModel

/// Says where keys stand, and what holds up their end.
struct KeyFold {
    private let facts: LedgerFacts
    private let open: Set<String>
    private let nextSteps: [KeyName: String]

    /// Prepares it.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - facts: what the ledger says.
    ///   - services: where the services stand.
    ///   - steps: where the steps stand, in the order of the plan.
    init(_ plan: Plan, _ facts: LedgerFacts, services: [ServiceStatus], steps: [StepStatus]) {
        self.facts = facts
        // Its own steps before the key's: what is left to do for it in decommission does not hold the key up.
        open = Set(
            services.filter { service in
                service.phases.contains { $0.phase <= .retire && $0.done < $0.total }
                    // One that stays, but whose former revisions are forgotten, holds up nothing when they are.
                    || !service.exemption.isEmpty && service.phases.allSatisfy { $0.total == 0 }
            }.map(\.id))
        var next: [KeyName: String] = [:]
        for (step, status) in zip(plan.steps, steps) where status.standing != .done {
            if let key = step.action.key, next[key] == nil { next[key] = step.id }
        }
        nextSteps = next
    }

    func status(of planned: PlannedKey) -> KeyStatus {
        let life = facts.state.keys[planned.key] ?? KeyLife()
        return KeyStatus(
            key: planned.key, account: planned.account, fate: planned.fate, reason: planned.reason, stage: life.stage,
            since: life.at, firstSeen: life.firstSeen, quietSince: life.quietSince, lastSeen: life.lastLook?.state,
            isContradicted: life.isContradicted, services: planned.services,
            heldUpBy: life.stage == .deleted ? [] : planned.services.filter(open.contains),
            nextStep: nextSteps[planned.key])
    }

    /// How many keys were alive, each time that changed.
    static func burnDown(_ plan: Plan, _ facts: LedgerFacts) -> [BurnDownPoint] {
        guard let adopted = facts.adopted else { return [] }
        let keys = Set(plan.keys.filter { $0.fate != .bait }.map(\.key))
        var stages: [KeyName: EventKind] = [:]
        var point = BurnDownPoint(at: adopted, live: keys.count, inactive: 0, deleted: 0)
        var points = [point]
        for change in facts.keyChanges where keys.contains(change.key) {
            stages[change.key] = change.kind
            point.at = change.at
            point.inactive = stages.values.count { $0 == .keyDeactivated }
            point.deleted = stages.values.count { $0 == .keyDeleted }
            point.live = keys.count - point.inactive - point.deleted
            points.append(point)
        }
        return points
    }
}
