public import MigrationModel

extension Migration {
    /// Looks again at everything that was ever seen to hold, and at what others are to do.
    ///
    /// - Parameters:
    ///   - steps: the steps, by id; `nil` for all.
    ///   - tell: told what is seen.
    /// - Returns: what changed.
    /// - Throws: ``MigrationProblem`` when the ledger cannot be written. What cannot be looked up is part of the result.
    public func review(
        of steps: Set<String>? = nil, tell: @Sendable (MigrationNews) -> Void
    ) async throws(MigrationProblem) -> MigrationReview {
        var review = MigrationReview()
        var scene = wideScene(try facts())
        for place in graph.steps.indices {
            let facts = try facts()
            let keeper = GateKeeper(plan, graph, facts, at: tools.clock.now())
            guard steps?.contains(graph.steps[place].id) ?? true, isWorthLooking(place, facts, keeper) else { continue }
            guard !Task.isCancelled else { throw Self.interruption(graph.steps[place].id) }
            let step = graph.steps[place]
            scene.state = facts.state
            let checks = await StepVerifications.check(step, in: scene)
            review.looked += 1
            try sort(checks, of: step, facts, into: &review)
            try record(checks, of: step, facts)
            for check in checks { tell(.checked(step: step.id, check)) }
        }
        for key in plan.keys where key.fate == .retire && tools.programs != nil && steps == nil {
            try await look(atKey: key.key)
        }
        let words = "Looked again at \(review.looked) steps: \(review.regressed.count) answers hold no longer."
        try append([LedgerEntry(plan: id, .note(Note(text: words)))])
        return review
    }

    /// Steps that left traces and that nothing has replaced, and those of others that may have been done meanwhile.
    private func isWorthLooking(_ place: Int, _ facts: LedgerFacts, _ keeper: GateKeeper) -> Bool {
        let step = graph.steps[place]
        guard !isSuperseded(place, keeper) else { return false }
        let progress = facts.state.steps[step.id]
        if progress?.leavesTraces == true || progress?.isRegressed == true { return true }
        return step.actor != .keyshift && keeper.waits(of: place).isEmpty
    }

    /// Whether a later step has rightly ended what proved this one: a canary that the rollout has replaced, a key that is deleted.
    func isSuperseded(_ place: Int, _ keeper: GateKeeper) -> Bool {
        let step = graph.steps[place]
        switch step.action {
        case .runCanary, .moveLiteral:
            return graph.steps.indices.contains { other in
                guard graph.steps[other].service == step.service, keeper.isDone(other) else { return false }
                if case .changeWorkload = graph.steps[other].action { return true }
                return false
            }
        case .deactivateKey(let action):
            return keeper.facts.state.keys[action.key]?.stage == .deleted
        default: return false
        }
    }

    private func sort(
        _ checks: [StepCheck], of step: Step, _ facts: LedgerFacts, into review: inout MigrationReview
    ) throws(MigrationProblem) {
        for check in checks {
            let held = facts.state.steps[step.id]?.checks[check.verification]?.result == .satisfied
            let finding = MigrationReview.Finding(step: step.id, check: check)
            switch check.result {
            case .satisfied: if !held { review.proven.append(finding) }
            case .violated: if held { review.regressed.append(finding) }
            case .cannotTell: review.unseen.append(finding)
            case .notYet: break
            }
        }
    }

    /// Writes down what is new: not that what held still holds, and never that what held cannot be told now.
    func record(_ checks: [StepCheck], of step: Step, _ facts: LedgerFacts) throws(MigrationProblem) {
        var entries: [LedgerEntry] = []
        for check in checks {
            let before = facts.state.steps[step.id]?.checks[check.verification]
            if check.result == before?.result, before?.isRegressed != true || check.result == .violated { continue }
            if check.result == .cannotTell, before != nil { continue }
            if check.result == .violated, before?.result == .satisfied {
                let regression = StepRegression(
                    verification: check.verification, reason: check.reason, evidence: check.evidence)
                entries.append(LedgerEntry(plan: id, step: step.id, .stepRegressed(regression)))
            } else {
                entries.append(LedgerEntry(plan: id, step: step.id, .stepVerified(check)))
            }
        }
        try append(entries, step: step.id)
    }

    /// Waits until everything that proves a step is seen, or patience ends.
    func prove(_ place: Int, under lease: StepLease, _ conduct: Conduct) async throws(MigrationProblem) -> StepOutcome {
        let step = graph.steps[place]
        let end = tools.clock.now().adding(milliseconds: conduct.patience)
        var pause = 1000
        while true {
            let facts = try facts()
            let checks = await StepVerifications.check(step, in: scene(facts))
            let isPending = checks.contains { $0.result == .notYet } && !checks.contains { $0.result == .violated }
            guard isPending, tools.clock.now() < end else { return try conclude(checks, of: step, facts, conduct) }
            conduct.tell(.waiting(checks.first { $0.result == .notYet }?.reason ?? ""))
            try lease.keep()
            do { try await tools.clock.sleep(milliseconds: pause) } catch { throw Self.interruption(step.id) }
            pause = min(pause * 2, 15_000)
        }
    }

    /// Looks at a step that somebody else does.
    func look(at place: Int, _ conduct: Conduct) async throws(MigrationProblem) -> StepOutcome {
        let step = graph.steps[place]
        let facts = try facts()
        let checks = await StepVerifications.check(step, in: scene(facts))
        let outcome = try conclude(checks, of: step, facts, conduct)
        if outcome == .done { return try settle(step) }
        let files = procedures.procedure(of: step).files
        return step.actor == .keyshift ? outcome : .awaited(files)
    }

    /// What others did to a key is a part of its life as well.
    private func settle(_ step: Step) throws(MigrationProblem) -> StepOutcome {
        try append(try changes(of: step, .found, nil), step: step.id)
        return .done
    }

    private func conclude(
        _ checks: [StepCheck], of step: Step, _ facts: LedgerFacts, _ conduct: Conduct
    ) throws(MigrationProblem) -> StepOutcome {
        for check in checks { conduct.tell(.checked(step: step.id, check)) }
        try record(checks, of: step, facts)
        let after = try self.facts()
        let progress = after.state.steps[step.id]
        return progress?.isDone(step.verifications) == true
            ? .done : .unproven(checks.filter { $0.result != .satisfied })
    }

    /// Sees that what a step builds on still holds: the steps right before it, and the rollouts that it has soaked for.
    func lookAgain(before place: Int, _ facts: LedgerFacts) async throws(MigrationProblem) {
        let step = graph.steps[place]
        let keeper = GateKeeper(plan, graph, facts, at: tools.clock.now())
        let soaks = step.gates.contains { if case .soak = $0 { true } else { false } }
        let places = Set(graph.predecessors[place] + (soaks ? graph.soaked(before: place) : []))
        let scene = wideScene(facts)
        var seen: [(before: Step, checks: [StepCheck])] = []
        for other in places.sorted() where !isSuperseded(other, keeper) {
            let before = graph.steps[other]
            let checks = await StepVerifications.check(before, in: scene)
            try record(checks, of: before, facts)
            seen.append((before, checks))
        }
        // Everything that holds no longer is written down before the first of it stops the step.
        for (before, checks) in seen { try refuse(step, checks, of: before) }
        if facts.state.steps[step.id]?.stage != .applied { try await require(step, in: scene) }
    }

    /// What a step takes away cannot be shown to be unused afterwards, so that is looked at before.
    private func require(_ step: Step, in scene: Scene) async throws(MigrationProblem) {
        var before = step
        before.verifications = step.verifications.filter { $0 == .noReference || $0 == .keyUnused }
        switch step.action {
        case .removeCarrier, .deactivateKey:
            try refuse(step, await StepVerifications.check(before, in: scene), of: before)
        default: return
        }
    }

    private func refuse(_ step: Step, _ checks: [StepCheck], of before: Step) throws(MigrationProblem) {
        let isItself = before.id == step.id
        for check in checks where check.result != .satisfied {
            let what = "\(isItself ? "" : before.id + ": ")\(check.verification.rawValue): \(check.reason)"
            switch check.result {
            case .violated, .notYet:
                throw MigrationProblem(
                    .regressed, step: step.id,
                    "\(isItself ? "\(step.id) would break something" : "What \(step.id) builds on holds no longer"): \(what)",
                    advice: isItself
                        ? "Find who still uses it, and move it or leave the key alone: keyshift status \(folder) \(step.id)."
                        : "Mend it or do that step again: keyshift migrate \(folder) \(before.id).")
            case .cannotTell where isItself:
                throw MigrationProblem(
                    .unseen, step: step.id, "It could not be seen whether \(step.id) would break something: \(what)",
                    advice: "See to it that it can be looked up, or say that you have: keyshift migrate \(folder) "
                        + "\(before.id) --attest --reason WHAT.")
            case .cannotTell, .satisfied: break
            }
        }
    }
}
