import MigrationModel
import StateStore

/// Says what keeps a step from starting: a function of the plan, the ledger and the time.
struct GateKeeper {
    let graph: PlanGraph
    let facts: LedgerFacts
    let identities: [String: PlannedIdentity]
    let now: Timestamp

    init(_ plan: Plan, _ graph: PlanGraph, _ facts: LedgerFacts, at now: Timestamp) {
        (self.graph, self.facts, self.now) = (graph, facts, now)
        identities = Dictionary(plan.identities.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Whether a step was carried out and seen to hold.
    func isDone(_ place: Int) -> Bool {
        let step = graph.steps[place]
        guard let progress = facts.state.steps[step.id] else { return false }
        return progress.stage != .rolledBack && progress.isDone(step.verifications) && !isOutdated(place)
    }

    /// Whether what a step cleared away came again: its service was rolled out anew since.
    func isOutdated(_ place: Int) -> Bool {
        let step = graph.steps[place]
        switch step.action {
        case .removeCanary, .forgetRevisions: break
        default: return false
        }
        guard let progress = facts.state.steps[step.id] else { return false }
        let latest = max(progress.sequence, progress.checks.values.map(\.sequence).max() ?? 0)
        return graph.predecessors[place].contains { other in
            let before = graph.steps[other]
            return before.service == step.service && (facts.state.steps[before.id]?.sequence ?? 0) > latest
        }
    }

    /// Everything that a step waits for; empty for one that may start.
    func waits(of place: Int) -> [StepWait] {
        let step = graph.steps[place]
        var waits: [StepWait] = []
        let open = graph.predecessors[place].filter { !isDone($0) }.map { graph.steps[$0].id }
        if !open.isEmpty {
            let reason = open.count == 1 ? "\(open[0]) has to be done." : "\(open.count) steps have to be done."
            waits.append(StepWait(kind: .step, reason: reason, steps: open))
        }
        for (number, gate) in step.gates.enumerated() where !facts.isOverridden(gate, of: step.id) {
            guard var wait = wait(for: gate, of: place) else { continue }
            wait.gate = number
            wait.isPrudence = gate.isPrudence
            waits.append(wait)
        }
        return waits
    }

    private func wait(for gate: Gate, of place: Int) -> StepWait? {
        switch gate {
        case .soak(let hours):
            return time(
                .soak, since: verified(graph.soaked(before: place)), hours * 3_600_000,
                "It has to run well for \(hours) hours since its rollout was verified.")
        case .schedule(let hours, let why):
            return time(
                .schedule, since: verified(graph.soaked(before: place)), hours * 3_600_000,
                "\(hours) hours have to pass: \(why).")
        case .propagation(let seconds, let why):
            return time(
                .propagation, since: verified(graph.written(before: place)), seconds * 1000,
                "\(seconds) seconds have to pass: \(why).")
        case .quiet(let days): return quiet(days, of: graph.steps[place])
        case .draftAccepted(let identity): return draft(identity)
        case .approval(let why):
            guard !facts.approvals.contains(graph.steps[place].id) else { return nil }
            return StepWait(kind: .approval, reason: "A person has to approve: \(why).")
        }
    }

    /// Since when all of these steps were seen to hold without a break; `nil` while one is not.
    private func verified(_ places: [Int]) -> Timestamp? {
        var latest = Timestamp(milliseconds: .min)
        for place in places {
            guard isDone(place), let progress = facts.state.steps[graph.steps[place].id] else { return nil }
            for verification in graph.steps[place].verifications {
                if let since = progress.checks[verification]?.since { latest = max(latest, since) }
            }
        }
        return latest
    }

    private func time(_ kind: StepWait.Kind, since: Timestamp?, _ span: Int, _ reason: String) -> StepWait? {
        guard let since else { return StepWait(kind: kind, reason: reason) }
        let until = since.adding(milliseconds: span)
        return now >= until ? nil : StepWait(kind: kind, reason: reason, until: until)
    }

    /// Counts from the last use, and not from before the key was deactivated: from then on whoever uses it is heard.
    private func quiet(_ days: Int, of step: Step) -> StepWait? {
        let reason = "The key must not have been used, nor referred to, for \(days) days."
        guard let key = step.action.key, let life = facts.state.keys[key] else {
            return StepWait(kind: .quiet, reason: reason)
        }
        // What is gone has no quiet to keep: whoever was stopped right after deleting it goes on.
        if life.stage == .deleted { return nil }
        let deactivated = life.stage == .deactivated ? life.at : nil
        guard let deactivated else { return StepWait(kind: .quiet, reason: reason) }
        return time(.quiet, since: max(deactivated, life.quietSince ?? deactivated), days * 86_400_000, reason)
    }

    private func draft(_ id: String) -> StepWait? {
        guard let identity = identities[id], !identity.permissions.isAccepted,
            !facts.drafts.contains(DraftAcceptance(of: identity))
        else { return nil }
        return StepWait(kind: .draft, reason: "A person has to accept the permissions of \(id).")
    }
}
