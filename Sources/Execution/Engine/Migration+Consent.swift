public import MigrationModel
internal import StateStore

extension Migration {
    /// Passes gates of prudence of a step, with a reason that shows in every report from then on.
    ///
    /// - Parameters:
    ///   - step: the step, by id.
    ///   - kind: which of its gates: `soak`, `quiet`, `schedule`; `nil` for all that are closed.
    ///   - reason: why.
    /// - Returns: the gates that were passed.
    /// - Throws: ``MigrationProblem`` when there is nothing to pass, or only gates that protect services.
    @discardableResult
    public func override(_ step: String, _ kind: StepWait.Kind?, reason: String) throws(MigrationProblem) -> [Gate] {
        let place = try place(step)
        let keeper = GateKeeper(plan, graph, try facts(), at: tools.clock.now())
        let closed = keeper.waits(of: place).filter { $0.gate != nil && (kind == nil || $0.kind == kind) }
        let gates = closed.filter { $0.isPrudence && $0.kind != .approval }.compactMap { wait in
            wait.gate.map { graph.steps[place].gates[$0] }
        }
        guard !gates.isEmpty else {
            throw MigrationProblem(
                .gateClosed, step: step,
                closed.isEmpty
                    ? "\(step) waits at no such gate." : "No reason passes this gate: " + (closed.first?.reason ?? ""),
                advice: "See what it waits for with keyshift migrate \(folder) \(step).")
        }
        try append(
            gates.map { LedgerEntry(plan: id, step: step, .gateOverridden(GateOverride(gate: $0, reason: reason))) },
            step: step)
        return gates
    }

    /// Records that a person has accepted what an identity may do.
    ///
    /// - Parameter identity: the identity, by its id in the plan.
    /// - Throws: ``MigrationProblem`` when the plan has no such identity.
    public func acceptDraft(of identity: String) throws(MigrationProblem) {
        guard let planned = plan.identities.first(where: { $0.id == identity }) else {
            throw MigrationProblem(
                .unknownName, "The plan has no identity \(identity).",
                advice: "See `identities` in \(folder)/plan.yaml.")
        }
        try append([LedgerEntry(plan: id, .draftAccepted(DraftAcceptance(of: planned)))])
    }

    /// Records that a person has approved a step.
    ///
    /// - Parameters:
    ///   - step: the step, by id.
    ///   - reason: what the approval rests on.
    /// - Throws: ``MigrationProblem`` when no gate of it asks for one.
    public func approve(_ step: String, reason: String) throws(MigrationProblem) {
        let place = try place(step)
        let asks = graph.steps[place].gates.contains { if case .approval = $0 { true } else { false } }
        guard asks else {
            throw MigrationProblem(
                .gateClosed, step: step, "\(step) needs no approval.",
                advice: "See what it waits for with keyshift migrate \(folder) \(step).")
        }
        let approval = Approval(approver: tools.author.user, reason: reason)
        try append([LedgerEntry(plan: id, step: step, .approvalGiven(approval))], step: step)
    }
}
