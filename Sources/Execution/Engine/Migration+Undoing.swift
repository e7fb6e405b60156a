public import MigrationModel
internal import StateStore

extension Migration {
    /// The steps that have to be undone so that these are, in the order in which that is safe.
    ///
    /// The proof of a plan covers this order and no other: a step is undone when nothing that was done builds on it any more.
    ///
    /// - Parameter steps: the steps, by id.
    /// - Returns: the steps to undo, the first one first; none where nothing was done.
    /// - Throws: ``MigrationProblem`` when one of them cannot be undone any more, with what still can.
    public func undoOrder(of steps: [String]) throws(MigrationProblem) -> [String] {
        var places: [Int] = []
        for step in steps { places.append(try place(step)) }
        let state = try facts().state
        let order = graph.closure(behind: places).map { graph.steps[$0] }.filter {
            state.steps[$0.id]?.leavesTraces == true
        }
        if let dead = order.first(where: { $0.isPointOfNoReturn && isDone($0, state) }) {
            throw MigrationProblem(
                .irreversible, step: dead.id, "\(dead.id) cannot be undone: \(dead.action.summary)",
                advice:
                    "Steps that do not build on it still can be; services of this key need another credential to go back."
            )
        }
        return order.map(\.id)
    }

    private func isDone(_ step: Step, _ state: LedgerState) -> Bool {
        state.steps[step.id]?.isDone(step.verifications) == true || state.steps[step.id]?.stage == .applied
    }

    /// What undoing a step would change.
    ///
    /// - Parameter step: the step, by id.
    /// - Returns: the changes; a cluster that cannot be asked is told in it.
    /// - Throws: ``MigrationProblem`` when there is no such step.
    public func previewUndo(_ step: String) async throws(MigrationProblem) -> StepPreview {
        let step = graph.steps[try place(step)]
        let procedure = procedures.procedure(of: step)
        return try await preview(step, try calls(undoing: step, procedure), files: procedure.undoFiles)
    }

    /// Undoes a step, sees that it is undone, and records it.
    ///
    /// - Parameters:
    ///   - step: the step, by id.
    ///   - conduct: how.
    /// - Returns: how it ended: undone, or awaited where somebody else has to undo it.
    /// - Throws: ``MigrationProblem`` when it cannot be undone, or other steps have to be before.
    public func rollBack(_ step: String, _ conduct: Conduct) async throws(MigrationProblem) -> StepOutcome {
        guard try mayBeUndone(step) else { return .undone }
        conduct.tell(.began(step: step))
        let outcome = try await takeBack(graph.steps[try place(step)], conduct)
        conduct.tell(.ended(step: step, outcome))
        return outcome
    }

    /// Whether there is anything to undo.
    ///
    /// - Throws: a problem when other steps have to be undone before.
    private func mayBeUndone(_ step: String) throws(MigrationProblem) -> Bool {
        let order = try undoOrder(of: [step])
        guard order.last == step else { return false }
        guard order.count == 1 else {
            throw MigrationProblem(
                .builtUpon, step: step, "\(order.count - 1) steps build on \(step), \(order[0]) last.",
                advice: "Undo them first, or all in order: keyshift migrate \(folder) --rollback \(step) does.")
        }
        return true
    }

    private func takeBack(_ step: Step, _ conduct: Conduct) async throws(MigrationProblem) -> StepOutcome {
        let procedure = procedures.procedure(of: step)
        if step.actor != .keyshift, try await stillHolds(step) { return .awaited(procedure.undoFiles) }
        let lease = try StepLease(of: step.id, self)
        defer { lease.release() }
        // Somebody else may have had it until now, and undone it, or done what builds on it.
        guard try mayBeUndone(step.id) else { return .undone }
        let deeds = try await undo(procedure, of: step, lease, conduct)
        let deed = deeds.last { $0 != .found } ?? .found
        var entries = [
            LedgerEntry(plan: id, step: step.id, .stepRolledBack(StepRun(claim: lease.number, deed: deed)))
        ]
        if case .deactivateKey(let action) = step.action, try facts().state.keys[action.key]?.stage == .deactivated {
            let change = KeyChange(deed: deed, evidence: [], claim: lease.number)
            entries.append(LedgerEntry(plan: id, step: step.id, key: action.key, .keyReactivated(change)))
        }
        try append(entries, step: step.id)
        return .undone
    }

    private func undo(
        _ procedure: StepProcedure, of step: Step, _ lease: StepLease, _ conduct: Conduct
    ) async throws(MigrationProblem) -> [Deed] {
        guard step.actor == .keyshift, let cluster = cluster(of: step),
            let maker = tools.calls(cluster, givens(try facts()))
        else { return [] }
        var deeds: [Deed] = []
        for call in try calls(undoing: step, procedure) {
            deeds.append(try await take(call, back: step, maker, lease, conduct))
        }
        return deeds
    }

    private func calls(undoing step: Step, _ procedure: StepProcedure) throws(MigrationProblem) -> [Call] {
        if procedure.keepsWhatItFound, try !isOurs(step) { return [] }
        return procedure.undo
    }

    /// Whether the ledger says that a call of a step was begun since it was last undone: else it only found things.
    private func isOurs(_ step: Step) throws(MigrationProblem) -> Bool {
        let selection = EventSelection(step: step.id, kinds: [.stepStarted, .stepRolledBack])
        let events = try recording(step: step.id) { () throws(LedgerProblem) in try ledger.events(selection) }
        return events.reduce(false) { isOurs, recorded in
            guard case .stepStarted(let run) = recorded.event.entry.happening else { return false }
            return isOurs || run.deed != .found
        }
    }

    /// Nothing is written before: if this is cut short, the step still counts as done, and is undone again from the beginning.
    private func take(
        _ call: Call, back step: Step, _ maker: any CallMaking, _ lease: StepLease, _ conduct: Conduct
    ) async throws(MigrationProblem) -> Deed {
        guard !Task.isCancelled else { throw Self.interruption(step.id) }
        try lease.keep()
        do throws(AccessProblem) {
            let preview = try await maker.preview(call)
            guard !preview.isDone else { return .found }
            conduct.tell(.calling(preview.words))
            let deed = try await maker.make(call) { line in
                conduct.tell(.waiting(line))
                try? lease.keep()
            }
            conduct.tell(.called(deed))
            return deed
        } catch {
            throw MigrationProblem(error, step: step.id)
        }
    }

    /// Whether what somebody else did is still so; when that cannot be told, it counts as so.
    private func stillHolds(_ step: Step) async throws(MigrationProblem) -> Bool {
        let checks = await StepVerifications.check(step, in: scene(try facts()))
        return !checks.contains { $0.result == .violated || $0.result == .notYet }
    }
}
