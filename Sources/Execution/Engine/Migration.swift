public import MigrationModel
public import StateStore

/// A plan that is carried out: step by step, each shown, done, verified and recorded.
///
/// Nothing of the world is kept here: where everything stands is what the ledger says, and what is so is looked up each time. So a
/// run may be killed at any instant; the next one finds out from the world what was done, and goes on.
public struct Migration: Sendable {
    /// The plan.
    public let plan: Plan
    /// The hash of its content.
    public let id: String
    /// The folder that it was read from, as the command line has it.
    public let folder: String
    let procedures: any PlanProcedures
    let ledger: Ledger
    let tools: MigrationTools
    let graph: PlanGraph

    /// Creates a migration; nothing is read or written.
    ///
    /// - Parameters:
    ///   - plan: the plan.
    ///   - id: the hash of its content.
    ///   - folder: where it was read from.
    ///   - procedures: how its steps are carried out.
    ///   - ledger: what has happened, opened for writing.
    ///   - tools: everything else.
    public init(
        plan: Plan, id: String, folder: String, procedures: any PlanProcedures, ledger: Ledger, tools: MigrationTools
    ) {
        self.plan = plan
        self.id = id
        self.folder = folder
        self.procedures = procedures
        self.ledger = ledger
        self.tools = tools
        graph = PlanGraph(plan)
    }

    /// Where everything stands.
    ///
    /// - Throws: ``MigrationProblem`` when the ledger cannot be read.
    public func status() throws(MigrationProblem) -> MigrationStatus {
        StatusFold.status(of: plan, id: id, folder: folder, graph, try facts(), at: tools.clock.now())
    }

    /// Makes the ledger one about this plan.
    ///
    /// - Parameter accepted: the difference to the former revision that was shown and accepted; `nil` when none was.
    /// - Returns: what became of the plan; a difference that was not accepted is for a person to see.
    /// - Throws: ``MigrationProblem`` when the ledger cannot be written.
    public func bring(accepting accepted: PlanDifference? = nil) throws(MigrationProblem) -> PlanArrival {
        try recording { () throws(LedgerProblem) in
            try ledger.bring(plan, id: id, accepted: accepted, by: tools.author, at: tools.clock.now())
        }
    }

    /// Whether the ledger is about this plan already.
    ///
    /// - Throws: ``MigrationProblem`` when the ledger cannot be read.
    public func isCurrent() throws(MigrationProblem) -> Bool { try facts().state.plan == id }

    // MARK: Parts

    func facts() throws(MigrationProblem) -> LedgerFacts {
        try recording { () throws(LedgerProblem) in try LedgerFacts(ledger, evidence: .none) }
    }

    /// Does something with the ledger, whose problems become ours.
    func recording<Value>(
        step: String = "", _ body: () throws(LedgerProblem) -> Value
    ) throws(MigrationProblem) -> Value {
        do throws(LedgerProblem) {
            return try body()
        } catch {
            throw MigrationProblem(error, step: step)
        }
    }

    /// Writes events, all of them or none.
    func append(_ entries: [LedgerEntry], step: String = "") throws(MigrationProblem) {
        guard !entries.isEmpty else { return }
        try recording(step: step) { () throws(LedgerProblem) in
            _ = try ledger.append(entries, by: tools.author, at: tools.clock.now())
        }
    }

    /// What can be asked by verifications.
    func scene(_ facts: LedgerFacts) -> Scene {
        let clusters = Dictionary(plan.clusters.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
        let reading = tools.reading
        return Scene(
            plan: plan, procedures: procedures, cluster: { name in clusters[name].flatMap(reading) },
            programs: tools.programs, state: facts.state, now: tools.clock.now(), givens: tools.givens,
            confirmations: tools.confirmations, owners: facts.owners, clock: tools.clock)
    }

    /// The same for a look at many steps, in which each cluster is seen as of one moment.
    func wideScene(_ facts: LedgerFacts) -> Scene { scene(facts).remembering(Set(plan.clusters.map(\.name))) }

    /// The cluster of a step; for a step in the cloud that serves all, the first of the account it is in, else the first.
    func cluster(of step: Step) -> PlannedCluster? {
        if let cluster = plan.clusters.first(where: { $0.name == step.cluster }) { return cluster }
        let account = step.action.key.flatMap { key in plan.keys.first { $0.key == key }?.account } ?? ""
        return plan.clusters.first { !account.isEmpty && $0.account == account } ?? plan.clusters.first
    }

    /// A step by id.
    func place(_ step: String) throws(MigrationProblem) -> Int {
        guard let place = graph.place(step) else {
            throw MigrationProblem(
                .unknownName, step: step, "The plan has no step \(step).",
                advice: "See all of them with keyshift status \(folder) -o json, or in \(folder)/plan.yaml.")
        }
        return place
    }
}
