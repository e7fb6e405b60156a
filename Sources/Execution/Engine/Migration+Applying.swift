public import MigrationModel

extension Migration {
    /// How a step is to be carried out.
    public struct Conduct: Sendable {
        /// The id of the key that is to be deleted, as a person typed it; needed for points of no return.
        public var confirmedKey: String?
        /// For how many milliseconds it is waited until what proves the step is there.
        public var patience: Int
        /// Told what happens.
        public var tell: @Sendable (MigrationNews) -> Void

        /// Creates a conduct.
        public init(
            confirmedKey: String? = nil, patience: Int = 600_000,
            tell: @escaping @Sendable (MigrationNews) -> Void = { _ in }
        ) {
            self.confirmedKey = confirmedKey
            self.patience = patience
            self.tell = tell
        }
    }

    /// Carries a step out, sees that it is done, and records both.
    ///
    /// A step that is done already, also by somebody else, is found to be; one that another program or person does is only looked at.
    ///
    /// - Parameters:
    ///   - step: the step, by id.
    ///   - conduct: how.
    /// - Returns: how it ended.
    /// - Throws: ``MigrationProblem`` when it may not run, or failed; the ledger says how far it came.
    public func apply(_ step: String, _ conduct: Conduct) async throws(MigrationProblem) -> StepOutcome {
        let place = try place(step)
        let facts = try facts()
        let isDone = GateKeeper(plan, graph, facts, at: tools.clock.now()).isDone(place)
        if !isDone { try check(place, facts, conduct) }
        conduct.tell(.began(step: step))
        if let key = graph.steps[place].action.key { try await look(atKey: key) }
        if !isDone { try await lookAgain(before: place, facts) }
        let outcome =
            isDone || graph.steps[place].actor != .keyshift
            ? try await look(at: place, conduct) : try await carryOut(place, facts, conduct)
        conduct.tell(.ended(step: step, outcome))
        return outcome
    }

    /// Refuses a step that may not run.
    private func check(_ place: Int, _ facts: LedgerFacts, _ conduct: Conduct) throws(MigrationProblem) {
        let step = graph.steps[place]
        let waits = GateKeeper(plan, graph, facts, at: tools.clock.now()).waits(of: place)
        guard waits.isEmpty else {
            throw MigrationProblem(
                .waiting, step: step.id, "\(step.id) may not run yet. " + waits.map(\.reason).joined(separator: " "),
                advice: advice(for: waits, of: step), waits: waits)
        }
        guard step.isPointOfNoReturn, step.actor == .keyshift, let key = step.action.key else { return }
        guard conduct.confirmedKey == key.id else {
            throw MigrationProblem(
                .unconfirmed, step: step.id, "\(step.id) cannot be undone, and \(key.id) was not confirmed.",
                advice: "Type the id of the key when asked, or give it with --confirm \(key.id).")
        }
    }

    private func advice(for waits: [StepWait], of step: Step) -> String {
        let command = "keyshift migrate \(folder)"
        if let other = waits.first(where: { !$0.steps.isEmpty })?.steps.first {
            return "Begin with \(command) \(other)."
        }
        switch waits.first?.kind {
        case .draft: return "Review it, then \(command) --accept-draft \(step.gates.draft ?? "IDENTITY")."
        case .approval: return "When it is so: \(command) --approve \(step.id) --reason WHY."
        default:
            let until = waits.compactMap(\.until).max().map { "Come back after \($0.text)" } ?? "Come back later"
            return waits.contains { $0.isPrudence }
                ? "\(until), or pass the gate: \(command) --override \(step.id) --reason WHY." : until + "."
        }
    }

    /// Makes the calls of a step under its lease.
    private func carryOut(
        _ place: Int, _ facts: LedgerFacts, _ conduct: Conduct
    ) async throws(MigrationProblem) -> StepOutcome {
        let step = graph.steps[place]
        let calls = procedures.procedure(of: step).apply
        guard !calls.isEmpty, let cluster = cluster(of: step), let maker = tools.calls(cluster, givens(facts)) else {
            return try await look(at: place, conduct)
        }
        let lease = try StepLease(of: step.id, self)
        defer { lease.release() }
        // Somebody else may have had it until now, and done the step or undone what it builds on.
        let facts = try self.facts()
        let keeper = GateKeeper(plan, graph, facts, at: tools.clock.now())
        if keeper.isDone(place) { return try await look(at: place, conduct) }
        try check(place, facts, conduct)
        // What was carried out and only has to be seen is not begun anew: a soak counts from what was seen since.
        let isApplied = facts.state.steps[step.id]?.stage == .applied && !keeper.isOutdated(place)
        let deeds = try await make(calls, of: step, with: maker, under: lease, isApplied: isApplied, conduct)
        if !isApplied || deeds.contains(where: { $0 != .found }) {
            let run = StepRun(
                claim: lease.number, deed: deeds.last { $0 != .found } ?? .found, evidence: evidence(of: deeds))
            try append(
                [LedgerEntry(plan: id, step: step.id, .stepApplied(run))] + changes(of: step, run.deed, lease),
                step: step.id)
        }
        return try await prove(place, under: lease, conduct)
    }

    /// Makes calls one after the other; each is written down before it is made.
    private func make(
        _ calls: [Call], of step: Step, with maker: any CallMaking, under lease: StepLease, isApplied: Bool,
        _ conduct: Conduct
    ) async throws(MigrationProblem) -> [Deed] {
        var deeds: [Deed] = []
        var hasBegun = false
        for call in calls {
            var deed = Deed.found
            var isFound = true
            do throws(AccessProblem) {
                let preview = try await maker.preview(call)
                isFound = preview.isDone
                deed = isFound ? .found : .command(preview.words)
                if !isFound || !isApplied {
                    try begin(deed, of: step, lease, conduct)
                    hasBegun = true
                }
                if !isFound {
                    deed = try await maker.make(call) { line in
                        conduct.tell(.waiting(line))
                        try? lease.keep()
                    }
                }
            } catch {
                try fail(step, deed, error, lease, hasBegun: hasBegun)
            }
            // Waiting changes nothing, and is no find either.
            if isFound || deed != .found { conduct.tell(.called(deed)) }
            deeds.append(deed)
        }
        return deeds
    }

    private func begin(
        _ deed: Deed, of step: Step, _ lease: StepLease, _ conduct: Conduct
    ) throws(AccessProblem) {
        do throws(MigrationProblem) {
            guard !Task.isCancelled else { throw Self.interruption(step.id) }
            try lease.keep()
            if case .command(let words) = deed { conduct.tell(.calling(words)) }
            try append(
                [LedgerEntry(plan: id, step: step.id, .stepStarted(StepRun(claim: lease.number, deed: deed)))],
                step: step.id)
        } catch {
            throw AccessProblem(
                error.code == .interrupted ? .unavailable : .refused, error.message, advice: error.advice)
        }
    }

    private func fail(
        _ step: Step, _ deed: Deed, _ problem: AccessProblem, _ lease: StepLease, hasBegun: Bool
    ) throws(MigrationProblem) -> Never {
        let isInterrupted = Task.isCancelled
        // A step that was refused before its first call has left no traces, and is as it was.
        let leavesTraces = try facts().state.steps[step.id]?.leavesTraces ?? false
        guard hasBegun || isInterrupted || leavesTraces else {
            let words = "Refused before anything was done: \(problem.code.rawValue): \(problem.message)"
            try append([LedgerEntry(plan: id, step: step.id, .note(Note(text: words)))], step: step.id)
            throw MigrationProblem(problem, step: step.id)
        }
        let failure = StepFailure(
            claim: lease.number, deed: deed,
            code: isInterrupted ? MigrationProblem.Code.interrupted.rawValue : problem.code.rawValue,
            reason: isInterrupted ? "The run was interrupted." : problem.message)
        try append([LedgerEntry(plan: id, step: step.id, .stepFailed(failure))], step: step.id)
        throw isInterrupted ? Self.interruption(step.id) : MigrationProblem(problem, step: step.id)
    }

    static func interruption(_ step: String) -> MigrationProblem {
        MigrationProblem(
            .interrupted, step: step, "Interrupted while carrying out \(step).",
            advice: "Run the same command again; it goes on from what the world shows.")
    }

    private func evidence(of deeds: [Deed]) -> [Evidence] {
        let now = tools.clock.now()
        return deeds.compactMap { deed in
            guard case .command(let words) = deed else { return nil }
            return Evidence(source: words.joined(separator: " "), time: now, statement: "It was carried out.")
        }
    }

    /// What a step does to the life of a key, unless the ledger says it already.
    func changes(of step: Step, _ deed: Deed, _ lease: StepLease?) throws(MigrationProblem) -> [LedgerEntry] {
        let state = try facts().state
        let stage = step.action.key.flatMap { state.keys[$0]?.stage } ?? .active
        let change = KeyChange(deed: deed, evidence: [], claim: lease?.number)
        let happening: Happening? =
            switch (step.action, stage) {
            case (.deactivateKey, .active), (.deactivateKey, .reactivated): .keyDeactivated(change)
            case (.deleteKey, .deactivated): .keyDeleted(change)
            default: nil
            }
        guard let happening else { return [] }
        return [LedgerEntry(plan: id, step: step.id, key: step.action.key, happening)]
    }
}

extension [Gate] {
    /// The identity whose permissions have to be accepted.
    fileprivate var draft: String? {
        for case .draftAccepted(let identity) in self { return identity }
        return nil
    }
}
