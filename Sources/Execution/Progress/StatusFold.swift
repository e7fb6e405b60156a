public import MigrationModel
public import StateStore

/// Says where a migration stands: a function of its plan, its ledger and the time.
public enum StatusFold {
    /// The status.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - id: the hash of its content.
    ///   - folder: the folder of the plan, as the command line has it.
    ///   - ledger: what has happened; `nil` where nothing was begun.
    ///   - evidence: of which steps the evidence of what holds is wanted as well; what does not hold always has it.
    ///   - now: the present moment.
    /// - Returns: the status.
    /// - Throws: ``StateStore/LedgerProblem`` when the ledger cannot be read.
    public static func status(
        of plan: Plan, id: String, folder: String, ledger: Ledger?, evidence: EvidenceScope = .all, at now: Timestamp
    ) throws(LedgerProblem) -> MigrationStatus {
        let facts = if let ledger { try LedgerFacts(ledger, evidence: evidence) } else { LedgerFacts() }
        return status(of: plan, id: id, folder: folder, PlanGraph(plan), facts, at: now)
    }

    static func status(
        of plan: Plan, id: String, folder: String, _ graph: PlanGraph, _ facts: LedgerFacts, at now: Timestamp
    ) -> MigrationStatus {
        let fold = StepFold(keeper: GateKeeper(plan, graph, facts, at: now))
        let steps = graph.steps.indices.map(fold.status)
        let serviceFold = ServiceFold(steps)
        let services = plan.services.map(serviceFold.status)
        let keyFold = KeyFold(plan, facts, services: services, steps: steps)
        let keys = plan.keys.map(keyFold.status)
        var clusters: [String] = []
        for cluster in plan.clusters where !clusters.contains(cluster.name) { clusters.append(cluster.name) }
        return MigrationStatus(
            at: now, plan: id, folder: folder, standing: standing(steps, keys, facts), sequence: facts.head.sequence,
            head: facts.head.hash, clusters: clusters, steps: steps, services: services, keys: keys,
            overrides: facts.overrides, burnDown: KeyFold.burnDown(plan, facts))
    }

    private static func standing(
        _ steps: [StepStatus], _ keys: [KeyStatus], _ facts: LedgerFacts
    ) -> MigrationStatus.Standing {
        if steps.contains(where: { $0.standing == .regressed }) || keys.contains(where: \.isContradicted) {
            return .regressed
        }
        if steps.allSatisfy({ $0.standing == .done }) { return .done }
        if facts.state.steps.values.allSatisfy({ $0.stage == .untouched && $0.checks.isEmpty }) { return .fresh }
        let moving: Set<StepStanding> = [.ready, .verifying, .running, .failed]
        return steps.contains { moving.contains($0.standing) } ? .inProgress : .waiting
    }
}
