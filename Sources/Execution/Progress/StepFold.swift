import MigrationModel

/// Says where single steps stand.
struct StepFold {
    let keeper: GateKeeper
    private var graph: PlanGraph { keeper.graph }
    private var facts: LedgerFacts { keeper.facts }

    func status(of place: Int) -> StepStatus {
        let step = graph.steps[place]
        let progress = facts.state.steps[step.id] ?? StepProgress()
        var status = StepStatus(
            id: step.id, phase: step.phase, cluster: step.cluster, service: step.service, summary: step.action.summary,
            actor: step.actor, standing: .done, since: progress.at, checks: checks(of: step, progress),
            isPointOfNoReturn: step.isPointOfNoReturn, failure: failure(of: progress))
        status.lease = lease(of: progress)
        guard !keeper.isDone(place) else {
            status.since = status.checks.map(\.since).max() ?? status.since
            return status
        }
        status.waits = keeper.waits(of: place)
        status.standing = standing(progress, status.waits, isLeased: status.lease != nil)
        if status.waits.allSatisfy({ $0.until != nil }) { status.until = status.waits.compactMap(\.until).max() }
        return status
    }

    private func standing(_ progress: StepProgress, _ waits: [StepWait], isLeased: Bool) -> StepStanding {
        if progress.isRegressed { return .regressed }
        if isLeased { return .running }
        switch progress.stage {
        case .failed: return .failed
        case .applied: return .verifying
        case .running, .untouched, .rolledBack: break
        }
        if waits.isEmpty { return .ready }
        if waits.contains(where: { $0.kind == .step }) { return .blocked }
        return waits.contains { $0.kind == .draft || $0.kind == .approval } ? .asking : .waiting
    }

    /// A lease whose time has run out holds nobody off.
    private func lease(of progress: StepProgress) -> StepStatus.Lease? {
        guard let claim = progress.claim, keeper.now < claim.expires, let event = facts.events[claim.number] else {
            return nil
        }
        return StepStatus.Lease(holder: event.by, expires: claim.expires)
    }

    private func failure(of progress: StepProgress) -> String {
        guard progress.stage == .failed, let event = facts.events[progress.sequence],
            case .stepFailed(let detail) = event.entry.happening
        else { return "" }
        return detail.reason
    }

    private func checks(of step: Step, _ progress: StepProgress) -> [StepStatus.CheckRecord] {
        step.verifications.compactMap { verification in
            guard let check = progress.checks[verification] else { return nil }
            var record = StepStatus.CheckRecord(
                verification: verification, result: check.result, reason: "", at: check.at, since: check.since,
                isRegressed: check.isRegressed, sequence: check.sequence)
            switch facts.events[check.sequence]?.entry.happening {
            case .stepVerified(let detail)?: (record.reason, record.evidence) = (detail.reason, detail.evidence)
            case .stepRegressed(let detail)?: (record.reason, record.evidence) = (detail.reason, detail.evidence)
            default: break
            }
            return record
        }
    }
}
