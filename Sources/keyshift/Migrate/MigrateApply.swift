import ArgumentParser
import Execution
import MigrationModel
import Rendering

/// Carries steps out, each after it was shown and agreed to.
struct MigrateApply {
    private let session: MigrateSession
    private let names: [String]
    private let until: String?
    private let confirmed: [String]
    private let waits: Bool

    init(_ session: MigrateSession, _ names: [String], until: String?, confirmed: [String], waits: Bool) {
        self.session = session
        self.names = names
        self.until = until
        self.confirmed = confirmed
        self.waits = waits
    }

    func run() async throws {
        if let until { return try await runUntil(until) }
        let status = try session.migration.status()
        if names.isEmpty || names == ["ready"] {
            guard let next = status.next else { return try nothing(status) }
            let ready = status.steps.filter(\.mayRun).map(\.id)
            return try await carryOut(names.isEmpty ? [next.id] : ready, skipsWaiting: !names.isEmpty)
        }
        let steps = try NameSelection(session.migration.plan, folder: session.migration.folder).steps(names)
        try await carryOut(steps, skipsWaiting: steps.count > 1)
    }

    /// Nothing may run: says so, or waits.
    private func nothing(_ status: MigrationStatus) throws {
        StandardStreams.writeOutput(MigrationOverview.text(of: status, next: nil, session.setting))
        if status.standing == .regressed { throw ExitStatus.regressed.code }
        if status.standing != .done { throw ExitStatus.waiting.code }
    }

    /// Whatever may run, in the order of the plan, until one step is done.
    private func runUntil(_ last: String) async throws {
        let steps = try NameSelection(session.migration.plan, folder: session.migration.folder).steps([last])
        let goal = Set(steps)
        var tried: Set<String> = []
        while true {
            let status = try session.migration.status()
            guard status.steps.contains(where: { goal.contains($0.id) && $0.standing != .done }) else { return }
            guard let next = status.steps.first(where: { $0.mayRun && !tried.contains($0.id) }) else {
                guard waits, try await passTime(status) else { return try nothing(status) }
                tried = []
                continue
            }
            let outcome = try await carryOut(next.id)
            if outcome != .done { tried.insert(next.id) }
        }
    }

    /// Waits until the first gate opens by itself, or a while for others.
    private func passTime(_ status: MigrationStatus) async throws -> Bool {
        let now = session.clock.now()
        let open = status.steps.filter { $0.standing != .done && $0.standing != .blocked }
        guard !open.isEmpty else { return false }
        let until = open.compactMap(\.until).filter { $0 > now }.min() ?? now.adding(milliseconds: 30_000)
        session.tell(.waiting("until \(until.text)"))
        try await session.clock.sleep(milliseconds: max(1000, until.milliseconds - now.milliseconds))
        return true
    }

    private func carryOut(_ steps: [String], skipsWaiting: Bool) async throws {
        var outcomes: [StepOutcome] = []
        for step in steps {
            do {
                outcomes.append(try await carryOut(step))
            } catch let problem as MigrationProblem where skipsWaiting && problem.code == .waiting {
                // Of several steps those that may not run yet are left for later; anything else ends the run.
                StandardStreams.writeError(TerminalText.harmless(problem.message) + "\n")
            }
        }
        guard !outcomes.isEmpty else { throw ExitStatus.waiting.code }
        guard outcomes.allSatisfy({ $0 == .done }) else { throw ExitStatus.partial.code }
    }

    private func carryOut(_ step: String) async throws -> StepOutcome {
        let planned = session.migration.plan.steps.first { $0.id == step }
        var conduct = Migration.Conduct(confirmedKey: nil, tell: session.tell)
        conduct.patience = waits ? 86_400_000 : 600_000
        let status = try session.migration.status().steps.first { $0.id == step }
        if let planned, planned.actor == .keyshift, let status, status.mayRun {
            // Whoever is not asked needs no preview: the calls are told as they are made.
            if !session.options.yes {
                let preview = try await session.migration.preview(step)
                StandardStreams.writeError(StepLines.text(of: preview, status, session.setting))
            }
            conduct.confirmedKey = try confirmation(of: planned)
        }
        return try await session.migration.apply(step, conduct)
    }

    /// The consent of whoever runs this: for a key that will be gone for good, its id.
    private func confirmation(of step: Step) throws -> String? {
        guard step.isPointOfNoReturn, let key = step.action.key else {
            try session.agree("Carry out \(step.id)?")
            return nil
        }
        if confirmed.contains(key.id) { return key.id }
        return session.askText("This cannot be undone. Type \(key.id) to go on:")
    }
}
